namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>All that <c>sentiment sample</c> finds out.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Model">Version of the embedded model.</param>
/// <param name="Rows">Rows judged.</param>
/// <param name="Faults">What is wrong with rows that were left out.</param>
/// <param name="Engines">The figures of each engine.</param>
/// <param name="Price">The price named; <see langword="null"/> without one.</param>
/// <param name="Cascade">The thresholds tried.</param>
internal sealed record SampleReport(
    string File,
    string Model,
    int Rows,
    IReadOnlyList<string> Faults,
    IReadOnlyList<SampleEngine> Engines,
    SamplePrice? Price,
    CascadePlan Cascade);

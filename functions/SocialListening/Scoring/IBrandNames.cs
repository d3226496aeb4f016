namespace SocialListening.Scoring;

/// <summary>Knows how people name a brand or cause.</summary>
public interface IBrandNames
{
    /// <summary>
    /// The names, handles and hashtags of a brand, as written; empty for a brand that is not known. The list never changes; it is
    /// the same object while the brand keeps its names, so that what is made of it can be kept with it. Thread-safe.
    /// </summary>
    /// <param name="brandId">The brand.</param>
    IReadOnlyList<string> Of(string brandId);

    /// <summary>Makes sure that brands are known which came about lately, before their names are asked for. By default nothing.</summary>
    /// <param name="brandIds">The brands; one that is gone stays unknown.</param>
    /// <param name="since">When they were named.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="Exception">The brands could not be looked up; what named them must come again.</exception>
    ValueTask LearnAsync(IEnumerable<string> brandIds, DateTimeOffset since, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

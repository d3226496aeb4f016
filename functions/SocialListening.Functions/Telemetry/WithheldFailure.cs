namespace SocialListening.Functions.Telemetry;

/// <summary>Stands for a failure in telemetry: tells the types of it and of those behind it, and where it came up, but no message.</summary>
/// <param name="failure">The failure.</param>
internal sealed class WithheldFailure(Exception failure) : Exception(Types(failure))
{
    private readonly string? _stack = failure.StackTrace;

    /// <inheritdoc/>
    public override string? StackTrace => _stack;

    /// <inheritdoc/>
    public override string ToString() => _stack is null ? Message : $"{Message}{Environment.NewLine}{_stack}";

    private static string Types(Exception failure)
    {
        var types = new List<string>();
        for (var inner = failure; inner is not null && types.Count < 10; inner = inner.InnerException)
        {
            types.Add(inner.GetType().FullName ?? inner.GetType().Name);
        }

        return string.Join(" < ", types);
    }
}

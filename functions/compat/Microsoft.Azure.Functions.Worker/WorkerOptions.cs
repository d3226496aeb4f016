namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the worker tells the Functions host of itself. Here there is no host, so nothing comes of it.</summary>
public class WorkerOptions
{
    /// <summary>Named abilities, such as <c>WorkerApplicationInsightsLoggingEnabled</c>: the worker sends its logs itself.</summary>
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What <c>host.json</c> says, with the documented defaults for what it leaves out.</summary>
/// <param name="FunctionTimeout">The longest an invocation may take; <see langword="null"/> for no limit.</param>
/// <param name="RoutePrefix">What stands before every route, without slashes at its ends; may be empty.</param>
/// <param name="Queues">How queue triggers work.</param>
internal sealed record HostSettings(TimeSpan? FunctionTimeout, string RoutePrefix, QueueSettings Queues)
{
    /// <summary>The defaults (https://learn.microsoft.com/azure/azure-functions/functions-host-json).</summary>
    public static HostSettings Default { get; } = new(TimeSpan.FromMinutes(30), "api", QueueSettings.Default);
}

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// The clock of the host's own work: time limits, leases, polling. It is the machine's even when the app's clock is not; only
/// timers and retry delays follow the app's.
/// </summary>
/// <param name="Time">The clock.</param>
internal sealed record HostClock(TimeProvider Time);

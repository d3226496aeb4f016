namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Settings of the stand-in itself, read from the configuration; the real host has its own ways for each.</summary>
/// <param name="Port">Setting <c>Http:Port</c>: the loopback port, 0 for any free one.</param>
/// <param name="ShutdownGrace">Setting <c>Host:ShutdownGrace</c>: how long work under way may go on once the process stops.</param>
/// <param name="QueueLease">Setting <c>Host:QueueLease</c>: how long a message is hidden while its function runs; renewed at half.</param>
/// <param name="TimerFolder">Setting <c>Host:TimerFolder</c>: where timers keep their status without a store of the app.</param>
/// <param name="TimeZone">Setting <c>WEBSITE_TIME_ZONE</c>: the time zone of the schedules.</param>
internal sealed record RuntimeOptions(int Port, TimeSpan ShutdownGrace, TimeSpan QueueLease, string TimerFolder, TimeZoneInfo TimeZone)
{
    /// <summary>How long cancelled work may take to unwind before it is left alone.</summary>
    public static readonly TimeSpan Unwind = TimeSpan.FromSeconds(5);
}

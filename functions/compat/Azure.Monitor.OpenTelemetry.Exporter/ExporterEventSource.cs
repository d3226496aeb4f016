using System.Diagnostics.Tracing;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Tells what became of telemetry that could not be sent; numbers only. The self-diagnostics of OpenTelemetry listen to it.</summary>
[EventSource(Name = "OpenTelemetry-AzureMonitor-Exporter")]
internal sealed class ExporterEventSource : EventSource
{
    /// <summary>The one source.</summary>
    public static ExporterEventSource Log { get; } = new();

    /// <summary>Telemetry is kept for later.</summary>
    /// <param name="items">How many items.</param>
    /// <param name="status">The service's answer; 0 when there was none.</param>
    [Event(1, Level = EventLevel.Warning, Message = "{0} items wait, status {1}")]
    public void Waiting(int items, int status) => WriteEvent(1, items, status);

    /// <summary>Telemetry was thrown away.</summary>
    /// <param name="items">How many items.</param>
    /// <param name="status">The service's answer; 0 when the limits of this exporter were the reason.</param>
    [Event(2, Level = EventLevel.Error, Message = "{0} items were dropped, status {1}")]
    public void Dropped(int items, int status) => WriteEvent(2, items, status);

    /// <summary>Something could not be put into an envelope.</summary>
    /// <param name="failure">The type of the failure.</param>
    [Event(3, Level = EventLevel.Error, Message = "An item could not be written: {0}")]
    public void Unwritable(string failure) => WriteEvent(3, failure);
}

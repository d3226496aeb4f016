using Azure.Monitor.OpenTelemetry.Exporter.Sending;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>Puts the batches of one signal into envelopes and hands them on. Called by one thread at a time.</summary>
/// <typeparam name="T">What the signal is made of.</typeparam>
/// <param name="transmitter">The way to the service.</param>
/// <param name="write">Puts a batch into envelopes.</param>
internal abstract class SignalExporter<T>(Transmitter transmitter, SignalExporter<T>.BatchWriter write) : BaseExporter<T>
    where T : class
{
    private Sender? _sender;

    /// <summary>Puts a batch into envelopes.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="writer">Where to.</param>
    internal delegate void BatchWriter(in Batch<T> batch, EnvelopeWriter writer);

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<T> batch)
    {
        try
        {
            var writer = new EnvelopeWriter(transmitter.InstrumentationKey, _sender ??= Sender.Of(ParentProvider?.GetResource()));
            write(batch, writer);
            return transmitter.Send(writer.Lines) ? ExportResult.Success : ExportResult.Failure;
        }
#pragma warning disable CA1031 // Telemetry that cannot be written must not end the app.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ExporterEventSource.Log.Unwritable(failure.GetType().Name);
            return ExportResult.Failure;
        }
    }

    /// <inheritdoc/>
    protected override bool OnForceFlush(int timeoutMilliseconds) => transmitter.Flush();

    /// <inheritdoc/>
    protected override bool OnShutdown(int timeoutMilliseconds) => transmitter.Flush();
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SocialListening.Telemetry;

namespace SocialListening.Benchmarks.Cost;

/// <summary>Counts what the product's own metrics say of calls to storage queues: every attempt of the real SDK.</summary>
internal sealed class CallCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _calls = new(StringComparer.Ordinal);

    public CallCounts()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter == ListeningTelemetry.Meter && instrument.Name == "sociallistening.storage.calls")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    /// <summary>Calls of one kind, or of all that are billed by the number of mentions.</summary>
    public long Of(string operation) => _calls.GetValueOrDefault(operation);

    public long Total => _calls.Where(call => call.Key != "create").Sum(call => call.Value);

    public void Reset() => _calls.Clear();

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var (isQueue, operation) = (false, string.Empty);
        foreach (var (key, tag) in tags)
        {
            isQueue |= key == TagNames.Service && tag is "queue";
            operation = key == TagNames.Operation ? (string)tag! : operation;
        }

        if (isQueue)
        {
            _calls.AddOrUpdate(operation, value, (_, before) => before + value);
        }
    }
}

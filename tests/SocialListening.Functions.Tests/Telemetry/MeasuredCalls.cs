using System.Diagnostics.Metrics;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>What the product's instruments record while this listens, with their tags.</summary>
internal sealed class MeasuredCalls : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _all = [];

    public MeasuredCalls()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter == ListeningTelemetry.Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The measurements of an instrument that bear a tag.</summary>
    public IReadOnlyList<(double Value, IReadOnlyDictionary<string, object?> Tags)> Of(string name, string tag, object value)
    {
        lock (_all)
        {
            return [.. _all.Where(entry => entry.Name == name && value.Equals(entry.Tags.GetValueOrDefault(tag))).Select(entry => (entry.Value, (IReadOnlyDictionary<string, object?>)entry.Tags))];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var copy = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags)
        {
            copy[key] = tag;
        }

        lock (_all)
        {
            _all.Add((instrument.Name, value, copy));
        }
    }
}

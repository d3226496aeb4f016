using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Telemetry;

/// <summary>Puts a price on what the product's own instruments count, so that no stage needs to know prices. Counts until it is disposed.</summary>
internal sealed class SpendEstimate : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly PricesOptions _prices;

    /// <summary>Starts to listen.</summary>
    /// <param name="prices">The prices.</param>
    public SpendEstimate(IOptions<PricesOptions> prices)
    {
        _prices = prices.Value;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter == ListeningTelemetry.Meter
                && instrument.Name is "sociallistening.storage.calls" or "sociallistening.storage.request_charge" or "sociallistening.language.records")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.SetMeasurementEventCallback<double>(Charge);
        _listener.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == "sociallistening.language.records")
        {
            ListeningMetrics.Spent("language", value * _prices.LanguageRecordsThousand / 1_000, _prices.Currency);
            return;
        }

        foreach (var (key, service) in tags)
        {
            if (key == TagNames.Service && service is "queue")
            {
                ListeningMetrics.Spent("queue", value * _prices.QueueOperations10K / 10_000, _prices.Currency);
            }
        }
    }

    private void Charge(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        ListeningMetrics.Spent("cosmos", value * _prices.RequestUnitsMillion / 1_000_000, _prices.Currency);
}

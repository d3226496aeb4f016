using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>What became of a call.</summary>
/// <param name="Status">The service's answer; 0 when there was none.</param>
/// <param name="Again">Lines to send again.</param>
/// <param name="Refused">Lines that the service will never take.</param>
/// <param name="RetryAfter">The pause that it asked for; <see langword="null"/> for none.</param>
internal sealed record TrackAnswer(int Status, IReadOnlyList<byte[]> Again, int Refused = 0, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the service took the call, as a whole or in part.</summary>
    public bool Accepted => Status is 200 or 206;

    /// <summary>Reads what the service answered.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">Its body.</param>
    /// <param name="retryAfter">The pause that it asked for.</param>
    public static TrackAnswer Of(TrackCall call, int status, BinaryData? body, TimeSpan? retryAfter) => status switch
    {
        200 => new(status, []),
        206 => Part(call, body, retryAfter),

        // Time-outs, throttling (439: the day's cap), an identity that is not let in yet, and faults of the service.
        401 or 403 or 408 or 429 or 439 or 500 or 502 or 503 or 504 => new(status, call.Lines, 0, retryAfter),
        _ => new(status, [], call.Lines.Count),
    };

    private static TrackAnswer Part(TrackCall call, BinaryData? body, TimeSpan? retryAfter)
    {
        var again = new SortedDictionary<int, byte[]>();
        var refused = 0;
        try
        {
            using var answer = JsonDocument.Parse(body ?? BinaryData.FromString("{}"));
            if (answer.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in errors.EnumerateArray())
                {
                    var (index, status) = (error.GetProperty("index").GetInt32(), error.GetProperty("statusCode").GetInt32());
                    if (index < 0 || index >= call.Lines.Count)
                    {
                        continue;
                    }

                    if (status is 408 or 429 or 439 or 500 or 503)
                    {
                        again[index] = call.Lines[index];
                    }
                    else
                    {
                        refused++;
                    }
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            ExporterEventSource.Log.Unwritable(unreadable.GetType().Name);
        }

        return new TrackAnswer(206, [.. again.Values], refused, retryAfter);
    }
}

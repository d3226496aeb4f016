using Azure.Monitor.OpenTelemetry.Exporter.Wire;

namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>
/// Sends lines, in calls that the service takes. What it cannot take at the moment waits in memory, up to
/// <see cref="WaitingCalls.MaxBytes"/>, until the pause is over that it asked for (<c>Retry-After</c>), or one that doubles from
/// 10 seconds up to an hour; it is then sent with the next batch, oldest first.
/// </summary>
internal sealed class Transmitter
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly TrackClient _client;
    private readonly TimeProvider _time;
    private readonly WaitingCalls _waiting;
    private readonly bool _keep;
    private readonly Lock _gate = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _failures;
    private bool _asked;

    /// <summary>Makes it.</summary>
    /// <param name="options">Where to, as whom and how.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing or wrong.</exception>
    public Transmitter(AzureMonitorExporterOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>Makes it with a clock.</summary>
    /// <param name="options">Where to, as whom and how.</param>
    /// <param name="time">The clock of the pauses.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing or wrong.</exception>
    internal Transmitter(AzureMonitorExporterOptions options, TimeProvider time)
    {
        var target = IngestionTarget.Of(options);
        InstrumentationKey = target.InstrumentationKey;
        _client = new TrackClient(target, options, time);
        _time = time;
        _waiting = new WaitingCalls(time);
        _keep = !options.DisableOfflineStorage;
    }

    /// <summary>The resource that telemetry belongs to.</summary>
    public string InstrumentationKey { get; }

    /// <summary>Sends lines, and what waited before them.</summary>
    /// <param name="lines">Envelopes without line ends.</param>
    /// <returns>Whether nothing was lost: each line was taken, waits, or was refused for good by the service's own judgement of it.</returns>
    public bool Send(IReadOnlyList<byte[]> lines)
    {
        lock (_gate)
        {
            var whole = true;
            var open = _time.GetUtcNow() >= _notBefore && SendWaiting();
            foreach (var call in Calls(lines))
            {
                if (!open)
                {
                    whole &= Keep(call, 0);
                    continue;
                }

                var rest = Try(call, out var answer);
                open = rest is null;
                whole &= rest is null ? answer.Accepted : Keep(rest, answer.Status);
            }

            return whole;
        }
    }

    /// <summary>Sends what waits, unless the service asked for a pause that is not over.</summary>
    /// <returns>Whether nothing waits any more.</returns>
    public bool Flush()
    {
        lock (_gate)
        {
            return _asked && _time.GetUtcNow() < _notBefore ? _waiting.IsEmpty : SendWaiting();
        }
    }

    private bool SendWaiting()
    {
        while (_waiting.TryTake(out var call))
        {
            if (Try(call, out _) is { } rest)
            {
                _waiting.PutBack(rest);
                return false;
            }
        }

        return true;
    }

    // What is to be sent again; null when the call is done with.
    private TrackCall? Try(TrackCall call, out TrackAnswer answer)
    {
        answer = _client.Send(call);
        if (answer.Again.Count == 0)
        {
            _failures = 0;
            _notBefore = DateTimeOffset.MinValue;
            _asked = false;
            if (answer.Refused > 0)
            {
                ExporterEventSource.Log.Dropped(answer.Refused, answer.Status);
            }

            return null;
        }

        _failures++;
        _asked = answer.RetryAfter is not null;
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures - 1, 20));
        _notBefore = _time.GetUtcNow() + (answer.RetryAfter ?? (pause < LongestPause ? pause : LongestPause));
        return call with { Lines = answer.Again };
    }

    private bool Keep(TrackCall call, int status)
    {
        if (!_keep)
        {
            ExporterEventSource.Log.Dropped(call.Lines.Count, status);
            return false;
        }

        ExporterEventSource.Log.Waiting(call.Lines.Count, status);
        return _waiting.Add(call);
    }

    private IEnumerable<TrackCall> Calls(IReadOnlyList<byte[]> lines)
    {
        var (call, bytes) = (new List<byte[]>(), 0);
        foreach (var line in lines)
        {
            if (line.Length > Limits.ItemBytes)
            {
                ExporterEventSource.Log.Dropped(1, 0);
                continue;
            }

            if (bytes + line.Length > Limits.CallBytes)
            {
                yield return new TrackCall(call, _time.GetUtcNow());
                (call, bytes) = ([], 0);
            }

            call.Add(line);
            bytes += line.Length + 1;
        }

        if (call.Count > 0)
        {
            yield return new TrackCall(call, _time.GetUtcNow());
        }
    }
}

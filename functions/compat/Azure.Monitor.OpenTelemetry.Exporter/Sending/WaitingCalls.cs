using System.Diagnostics.CodeAnalysis;

namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>Calls that wait for a better time, oldest first; when there is no room, the oldest go. Not for use by several threads at once.</summary>
/// <param name="time">The clock.</param>
internal sealed class WaitingCalls(TimeProvider time)
{
    /// <summary>Bytes that may wait.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    // Older telemetry is refused by the service.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(48);

    private readonly LinkedList<TrackCall> _calls = new();
    private int _bytes;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _calls.Count == 0;

    /// <summary>Lets a call wait.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Whether nothing had to go for it.</returns>
    public bool Add(TrackCall call)
    {
        _calls.AddLast(call);
        return MakeRoom(call.Bytes);
    }

    /// <summary>Lets a call wait that was the oldest one.</summary>
    /// <param name="call">The call, or what is left of it.</param>
    public void PutBack(TrackCall call)
    {
        _calls.AddFirst(call);
        MakeRoom(call.Bytes);
    }

    /// <summary>Takes the oldest call that the service would still take.</summary>
    /// <param name="call">The call.</param>
    public bool TryTake([NotNullWhen(true)] out TrackCall? call)
    {
        while (_calls.First is { } first)
        {
            Remove(first);
            call = first.Value;
            if (time.GetUtcNow() - call.MadeAt < Oldest)
            {
                return true;
            }

            ExporterEventSource.Log.Dropped(call.Lines.Count, 0);
        }

        call = null;
        return false;
    }

    private bool MakeRoom(int added)
    {
        _bytes += added;
        var whole = true;
        while (_bytes > MaxBytes && _calls.First is { } first)
        {
            Remove(first);
            ExporterEventSource.Log.Dropped(first.Value.Lines.Count, 0);
            whole = false;
        }

        return whole;
    }

    private void Remove(LinkedListNode<TrackCall> node)
    {
        _calls.Remove(node);
        _bytes -= node.Value.Bytes;
    }
}

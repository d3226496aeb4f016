namespace Azure.Monitor.OpenTelemetry.Exporter.Sending;

/// <summary>What goes to the service in one call.</summary>
/// <param name="Lines">Envelopes without line ends.</param>
/// <param name="MadeAt">When it was first to be sent.</param>
internal sealed record TrackCall(IReadOnlyList<byte[]> Lines, DateTimeOffset MadeAt)
{
    /// <summary>Its size in bytes, line ends included.</summary>
    public int Bytes => Lines.Sum(line => line.Length + 1);
}

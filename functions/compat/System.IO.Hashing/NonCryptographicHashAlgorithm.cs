using System.ComponentModel;

namespace System.IO.Hashing;

/// <summary>A hash that finds accidents, not attacks: data is appended in pieces, the hash can be read at any time. Not thread-safe.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    private const int PieceBytes = 16 * 1024;

    /// <summary>Sets the length of the hash.</summary>
    /// <param name="hashLengthInBytes">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1.</exception>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>The length of the hash in bytes.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Adds data.</summary>
    /// <param name="source">The data.</param>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets all data.</summary>
    public abstract void Reset();

    /// <summary>Adds data.</summary>
    /// <param name="source">The data.</param>
    /// <exception cref="ArgumentNullException">The data is <see langword="null"/>.</exception>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    /// <summary>Adds what is left in a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentNullException">The stream is <see langword="null"/>.</exception>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var piece = new byte[PieceBytes];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            Append(piece.AsSpan(0, read));
        }
    }

    /// <summary>Adds what is left in a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Cancels before the next piece.</param>
    /// <exception cref="ArgumentNullException">The stream is <see langword="null"/>.</exception>
    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var piece = new byte[PieceBytes];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            Append(piece.AsSpan(0, read));
        }
    }

    /// <summary>Gives the hash of the data so far.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of the data so far.</summary>
    /// <param name="destination">Where to.</param>
    /// <returns>The bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int GetCurrentHash(Span<byte> destination)
    {
        GetCurrentHashCore(Fit(destination));
        return HashLengthInBytes;
    }

    /// <summary>Writes the hash of the data so far, if it fits.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">The bytes written; 0 when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        var fits = destination.Length >= HashLengthInBytes;
        bytesWritten = fits ? GetCurrentHash(destination) : 0;
        return fits;
    }

    /// <summary>Gives the hash of the data so far and forgets the data.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of the data so far and forgets the data.</summary>
    /// <param name="destination">Where to.</param>
    /// <returns>The bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short; the data is kept.</exception>
    public int GetHashAndReset(Span<byte> destination)
    {
        GetHashAndResetCore(Fit(destination));
        return HashLengthInBytes;
    }

    /// <summary>Writes the hash of the data so far and forgets the data, if the hash fits.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">The bytes written; 0 when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        var fits = destination.Length >= HashLengthInBytes;
        bytesWritten = fits ? GetHashAndReset(destination) : 0;
        return fits;
    }

    /// <summary>Not for hashing data.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete("Use GetCurrentHash() to read the hash.", true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CS0809, CA1065 // The real type does the same, so that nobody takes this for the hash of the data.
    public override int GetHashCode() => throw new NotSupportedException("Use GetCurrentHash() to read the hash.");
#pragma warning restore CS0809, CA1065

    /// <summary>Writes the hash of the data so far into a span of exactly its length.</summary>
    /// <param name="destination">Where to.</param>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the hash of the data so far into a span of exactly its length and forgets the data.</summary>
    /// <param name="destination">Where to.</param>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    private Span<byte> Fit(Span<byte> destination) => destination.Length >= HashLengthInBytes
        ? destination[..HashLengthInBytes]
        : throw new ArgumentException($"The hash needs {HashLengthInBytes} bytes, the destination has {destination.Length}.", nameof(destination));
}

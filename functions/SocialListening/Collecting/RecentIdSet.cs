using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Collecting;

/// <summary>Remembers, as 64-bit hashes, which ids were queued from the stretch that the next run reads again.</summary>
internal sealed class RecentIdSet
{
    public const int Capacity = 1_000;

    private readonly HashSet<ulong> _known = [];
    private readonly List<(DateTimeOffset CreatedAt, ulong Hash)> _seen = [];

    public RecentIdSet(byte[]? stored)
    {
        for (var i = 0; stored is not null && i + 8 <= stored.Length; i += 8)
        {
            _known.Add(BinaryPrimitives.ReadUInt64LittleEndian(stored.AsSpan(i)));
        }
    }

    /// <summary>Notes an id; says whether it is new to this and the last run.</summary>
    public bool Add(string id, DateTimeOffset createdAt)
    {
        var hash = HashOf(id);
        _seen.Add((createdAt, hash));
        return _known.Add(hash);
    }

    /// <summary>Gives the ids made at or after an instant, the newest first, for the next run.</summary>
    public byte[]? Save(DateTimeOffset from)
    {
        var kept = _seen.Where(entry => entry.CreatedAt >= from).OrderByDescending(entry => entry.CreatedAt).Select(entry => entry.Hash).Distinct().Take(Capacity).ToArray();
        if (kept.Length == 0)
        {
            return null;
        }

        var bytes = new byte[kept.Length * 8];
        for (var i = 0; i < kept.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 8), kept[i]);
        }

        return bytes;
    }

    private static ulong HashOf(string id)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }
}

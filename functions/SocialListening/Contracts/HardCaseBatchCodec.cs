using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SocialListening.Contracts;

/// <summary>
/// Packs stored mentions into queue messages: JSON, Brotli (RFC 7932), then a versioned envelope of at most
/// <see cref="EnvelopeCodec.MaxBytes"/>. What does not fit into one message is split.
/// </summary>
public static class HardCaseBatchCodec
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "hard-cases";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>The most mentions in one message, so that one delivery stays short work.</summary>
    public const int MaxMentions = 100;

    /// <summary>Packs mentions into as many messages as they need, in order.</summary>
    /// <param name="mentions">The mentions, any number. One that alone exceeds a message is left out.</param>
    /// <returns>The texts of the messages.</returns>
    public static IReadOnlyList<string> Pack(IReadOnlyList<ScoredMention> mentions)
    {
        var messages = new List<string>();
        foreach (var slice in mentions.Chunk(MaxMentions))
        {
            PackSlice(slice, messages);
        }

        return messages;
    }

    /// <summary>Reads one message.</summary>
    /// <param name="text">The message text.</param>
    /// <exception cref="UnreadableMessageException">It is no readable batch of this version, or holds nothing.</exception>
    public static HardCaseBatch Unpack(string text)
    {
        var packed = EnvelopeCodec.Read(text, Name, Version, SocialListeningJsonContext.Default.PackedMentions);
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed.Brotli ?? [], writable: false), CompressionMode.Decompress);
            using var bounded = new BoundedReadStream(brotli, MentionBatchCodec.MaxUnpackedBytes);
            return JsonSerializer.Deserialize(bounded, SocialListeningJsonContext.Default.HardCaseBatch) is { Mentions.Count: > 0 } batch
                ? batch
                : throw new UnreadableMessageException("The batch holds no mention.");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new UnreadableMessageException("The packed mentions are damaged.", e);
        }
    }

    private static void PackSlice(ReadOnlyMemory<ScoredMention> slice, List<string> messages)
    {
        var text = Write(slice);
        if (Encoding.UTF8.GetByteCount(text) <= EnvelopeCodec.MaxBytes)
        {
            messages.Add(text);
        }
        else if (slice.Length > 1)
        {
            PackSlice(slice[..(slice.Length / 2)], messages);
            PackSlice(slice[(slice.Length / 2)..], messages);
        }
    }

    private static string Write(ReadOnlyMemory<ScoredMention> slice)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, new HardCaseBatch(slice.ToArray()), SocialListeningJsonContext.Default.HardCaseBatch);
        }

        return EnvelopeCodec.Write(Name, Version, new PackedMentions(slice.Length, packed.ToArray()), SocialListeningJsonContext.Default.PackedMentions);
    }
}

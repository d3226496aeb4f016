using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SocialListening.Contracts;

/// <summary>Writes and reads <see cref="Envelope"/> messages. The text is JSON; the queue's own encoding (Base64) is applied by the queue.</summary>
public static class EnvelopeCodec
{
    /// <summary>The most bytes of UTF-8 that a message may have: 48 KiB become the 64 KiB of a Storage Queue message in Base64.</summary>
    public const int MaxBytes = 48 * 1024;

    private const int HeadLength = 256;

    /// <summary>Puts data into an envelope that carries the current trace.</summary>
    /// <param name="name">The message type's name.</param>
    /// <param name="version">The version of its shape.</param>
    /// <param name="data">The data.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <returns>The envelope as JSON.</returns>
    public static string Write<T>(string name, int version, T data, JsonTypeInfo<T> typeInfo)
    {
        var envelope = new Envelope
        {
            Name = name,
            Version = version,
            TraceParent = Activity.Current?.Id,
            Data = JsonSerializer.SerializeToElement(data, typeInfo),
        };
        return JsonSerializer.Serialize(envelope, SocialListeningJsonContext.Default.Envelope);
    }

    /// <summary>Reads the envelope of the named type.</summary>
    /// <param name="text">The message text.</param>
    /// <param name="name">The expected type name.</param>
    /// <param name="version">The only version that this code reads.</param>
    /// <param name="typeInfo">How to read the data.</param>
    /// <exception cref="UnreadableMessageException">The text is no envelope, of another type or version, or its data is malformed.</exception>
    public static T Read<T>(string text, string name, int version, JsonTypeInfo<T> typeInfo)
    {
        var envelope = ReadEnvelope(text);
        if (envelope.Name != name)
        {
            throw new UnreadableMessageException($"Expected a '{name}' message but found '{Shorten(envelope.Name)}'.");
        }

        if (envelope.Version != version)
        {
            throw new UnreadableMessageException(
                $"Version {envelope.Version} of '{name}' is unknown here; this release reads version {version}. Deploy the release that wrote it, then replay the poison queue.");
        }

        try
        {
            return envelope.Data.Deserialize(typeInfo)
                ?? throw new UnreadableMessageException($"The data of the '{name}' message is null.");
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException($"The data of the '{name}' message is malformed at {e.Path ?? "its start"}.", e);
        }
    }

    /// <summary>Reads only the trace that an envelope carries, without looking at its data.</summary>
    /// <param name="text">The message text.</param>
    /// <returns>The <c>traceparent</c>, or <see langword="null"/> when there is none or the text is no envelope that this code wrote.</returns>
    public static string? ReadTraceParent(string text)
    {
        // Written before the data and after short fields, it lies at the beginning.
        Span<byte> head = stackalloc byte[HeadLength * 3];
        var length = Encoding.UTF8.GetBytes(text.AsSpan(0, Math.Min(text.Length, HeadLength)), head);
        var reader = new Utf8JsonReader(head[..length], isFinalBlock: false, state: default);
        try
        {
            while (reader.Read() && reader.CurrentDepth <= 1)
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                if (reader.ValueTextEquals("t"))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            // No envelope: whoever reads the whole of it will say so.
        }

        return null;
    }

    private static Envelope ReadEnvelope(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SocialListeningJsonContext.Default.Envelope)
                ?? throw new UnreadableMessageException("The message is null, not an envelope.");
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException("The message is not a JSON envelope {n, v, d}.", e);
        }
    }

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40];
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SocialListening.Contracts;

/// <summary>Writes and reads <see cref="Envelope"/> messages. The text is JSON; the queue's own encoding (Base64) is applied by the queue.</summary>
public static class EnvelopeCodec
{
    /// <summary>The most bytes of UTF-8 that a message may have: 48 KiB become the 64 KiB of a Storage Queue message in Base64.</summary>
    public const int MaxBytes = 48 * 1024;

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

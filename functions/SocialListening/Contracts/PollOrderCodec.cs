namespace SocialListening.Contracts;

/// <summary>Writes and reads poll orders as queue messages.</summary>
public static class PollOrderCodec
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "poll-order";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Gives the message text of an order.</summary>
    /// <param name="order">The order.</param>
    public static string Write(PollOrder order) =>
        EnvelopeCodec.Write(Name, Version, order, SocialListeningJsonContext.Default.PollOrder);

    /// <summary>Reads an order.</summary>
    /// <param name="text">The message text.</param>
    /// <exception cref="UnreadableMessageException">It is no order of this version.</exception>
    public static PollOrder Read(string text) =>
        EnvelopeCodec.Read(text, Name, Version, SocialListeningJsonContext.Default.PollOrder);
}

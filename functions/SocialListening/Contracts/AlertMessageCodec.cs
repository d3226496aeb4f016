namespace SocialListening.Contracts;

/// <summary>Writes and reads alert messages.</summary>
public static class AlertMessageCodec
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "alert";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Gives the text of a message.</summary>
    /// <param name="message">The message.</param>
    public static string Write(AlertMessage message) =>
        EnvelopeCodec.Write(Name, Version, message, SocialListeningJsonContext.Default.AlertMessage);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message text.</param>
    /// <exception cref="UnreadableMessageException">It is no alert message of this version.</exception>
    public static AlertMessage Read(string text) =>
        EnvelopeCodec.Read(text, Name, Version, SocialListeningJsonContext.Default.AlertMessage);
}

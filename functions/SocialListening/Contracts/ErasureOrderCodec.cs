namespace SocialListening.Contracts;

/// <summary>Writes and reads erasure orders as queue messages.</summary>
public static class ErasureOrderCodec
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "erasure";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>
    /// Gives the texts of the messages that carry an order. Ids of posts are long on some platforms: an order that is too large
    /// for a message is cut into halves.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <exception cref="ArgumentException">It names nobody, or too many.</exception>
    public static IReadOnlyList<string> Write(ErasureOrder order)
    {
        if (!IsWhole(order))
        {
            throw new ArgumentException($"An erasure names 1 to {ErasureOrder.MaxPosts} posts or one author.", nameof(order));
        }

        var text = EnvelopeCodec.Write(Name, Version, order, SocialListeningJsonContext.Default.ErasureOrder);
        if (System.Text.Encoding.UTF8.GetByteCount(text) <= EnvelopeCodec.MaxBytes)
        {
            return [text];
        }

        if (order.Deleted.Count > 0)
        {
            return Write(order with { Deleted = [.. order.Deleted.Take(order.Deleted.Count / 2)] });
        }

        var half = order.Subjects.Count / 2;
        return [.. Write(order with { Subjects = [.. order.Subjects.Take(half)] }), .. Write(order with { Subjects = [.. order.Subjects.Skip(half)] })];
    }

    /// <summary>Reads an order.</summary>
    /// <param name="text">The message text.</param>
    /// <exception cref="UnreadableMessageException">It is no order of this version, names nobody, or too many.</exception>
    public static ErasureOrder Read(string text)
    {
        var order = EnvelopeCodec.Read(text, Name, Version, SocialListeningJsonContext.Default.ErasureOrder);
        return IsWhole(order) ? order : throw new UnreadableMessageException($"A '{Name}' message names 1 to {ErasureOrder.MaxPosts} posts or one author.");
    }

    private static bool IsWhole(ErasureOrder order) =>
        order.Subjects is { Count: > 0 } subjects
        && subjects.Count <= (order.Kind == ErasureKind.Author ? 1 : ErasureOrder.MaxPosts)
        && subjects.All(subject => subject is { Length: > 0 and <= ErasureOrder.LongestId });
}

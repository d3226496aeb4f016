namespace SocialListening.Contracts;

/// <summary>Writes and reads detection orders as queue messages.</summary>
public static class DetectionOrderCodec
{
    /// <summary>The envelope's name.</summary>
    public const string Name = "detection-order";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Gives the message text of an order.</summary>
    /// <param name="order">The order.</param>
    /// <exception cref="ArgumentException">It names no brand, or more than <see cref="DetectionOrder.MaxBrands"/>.</exception>
    public static string Write(DetectionOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.BrandIds.Count is > 0 and <= DetectionOrder.MaxBrands
            ? EnvelopeCodec.Write(Name, Version, order, SocialListeningJsonContext.Default.DetectionOrder)
            : throw new ArgumentException($"A detection order names 1 to {DetectionOrder.MaxBrands} brands, this one {order.BrandIds.Count}.", nameof(order));
    }

    /// <summary>Reads an order.</summary>
    /// <param name="text">The message text.</param>
    /// <exception cref="UnreadableMessageException">It is no order of this version, names no brand, or too many.</exception>
    public static DetectionOrder Read(string text)
    {
        var order = EnvelopeCodec.Read(text, Name, Version, SocialListeningJsonContext.Default.DetectionOrder);
        return order.BrandIds is { Count: > 0 and <= DetectionOrder.MaxBrands }
            ? order
            : throw new UnreadableMessageException($"A '{Name}' message names 1 to {DetectionOrder.MaxBrands} brands, this one {order.BrandIds?.Count ?? 0}.");
    }
}

using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The cloud for which Entra ID issues tokens.</summary>
public readonly partial struct TextAnalyticsAudience : IEquatable<TextAnalyticsAudience>
{
    private readonly string _value;

    /// <summary>Makes a value.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TextAnalyticsAudience(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Azure operated by 21Vianet.</summary>
    public static TextAnalyticsAudience AzureChina { get; } = new("https://cognitiveservices.azure.cn");

    /// <summary>Azure for the US government.</summary>
    public static TextAnalyticsAudience AzureGovernment { get; } = new("https://cognitiveservices.azure.us");

    /// <summary>The public cloud.</summary>
    public static TextAnalyticsAudience AzurePublicCloud { get; } = new("https://cognitiveservices.azure.com");

    /// <summary>Whether both are the same, in any case.</summary>
    public static bool operator ==(TextAnalyticsAudience left, TextAnalyticsAudience right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TextAnalyticsAudience left, TextAnalyticsAudience right) => !left.Equals(right);

    /// <summary>Gives the value for a text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator TextAnalyticsAudience(string value) => new(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TextAnalyticsAudience other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(TextAnalyticsAudience other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <summary>The text as the service writes it.</summary>
    public override string ToString() => _value;
}

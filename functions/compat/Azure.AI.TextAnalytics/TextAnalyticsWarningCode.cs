using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>What the service remarks on a document; codes that are not listed here may come.</summary>
public readonly partial struct TextAnalyticsWarningCode : IEquatable<TextAnalyticsWarningCode>
{
    /// <summary>Only a part of the document was analysed.</summary>
    public static readonly string DocumentTruncated = "DocumentTruncated";

    /// <summary>Words beyond the service's limit were cut.</summary>
    public static readonly string LongWordsInDocument = "LongWordsInDocument";

    private readonly string _value;

    internal TextAnalyticsWarningCode(string warningCode)
    {
        ArgumentNullException.ThrowIfNull(warningCode);
        _value = warningCode;
    }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => !left.Equals(right);

    /// <summary>Gives the value for a text.</summary>
    /// <param name="warningCode">The text as the service writes it.</param>
    public static implicit operator TextAnalyticsWarningCode(string warningCode) => new(warningCode);

    /// <summary>Gives the text.</summary>
    /// <param name="warningCode">The value.</param>
    public static explicit operator string(TextAnalyticsWarningCode warningCode) => warningCode._value;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TextAnalyticsWarningCode other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(TextAnalyticsWarningCode other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The text as the service writes it.</summary>
    public override string ToString() => _value;
}

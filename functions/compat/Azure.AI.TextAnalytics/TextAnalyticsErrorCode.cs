using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>Why a document was not analysed; codes that are not listed here may come.</summary>
public readonly partial struct TextAnalyticsErrorCode : IEquatable<TextAnalyticsErrorCode>
{
    /// <summary>The request has no content.</summary>
    public static readonly string EmptyRequest = "EmptyRequest";

    /// <summary>The service failed.</summary>
    public static readonly string InternalServerError = "InternalServerError";

    /// <summary>An argument is wrong.</summary>
    public static readonly string InvalidArgument = "InvalidArgument";

    /// <summary>The country hint is not known.</summary>
    public static readonly string InvalidCountryHint = "InvalidCountryHint";

    /// <summary>The document is empty or too large.</summary>
    public static readonly string InvalidDocument = "InvalidDocument";

    /// <summary>The batch has too many documents, or ids that occur twice.</summary>
    public static readonly string InvalidDocumentBatch = "InvalidDocumentBatch";

    /// <summary>A parameter's value is wrong.</summary>
    public static readonly string InvalidParameterValue = "InvalidParameterValue";

    /// <summary>The request is wrong.</summary>
    public static readonly string InvalidRequest = "InvalidRequest";

    /// <summary>The request is no well-formed JSON.</summary>
    public static readonly string InvalidRequestBodyFormat = "InvalidRequestBodyFormat";

    /// <summary>The batch has no documents.</summary>
    public static readonly string MissingInputRecords = "MissingInputRecords";

    /// <summary>The model version is not known.</summary>
    public static readonly string ModelVersionIncorrect = "ModelVersionIncorrect";

    /// <summary>There is no such thing.</summary>
    public static readonly string NotFound = "NotFound";

    /// <summary>The service is busy.</summary>
    public static readonly string ServiceUnavailable = "ServiceUnavailable";

    /// <summary>The language is not supported for what was asked.</summary>
    public static readonly string UnsupportedLanguageCode = "UnsupportedLanguageCode";

    private readonly string _value;

    internal TextAnalyticsErrorCode(string errorCode)
    {
        ArgumentNullException.ThrowIfNull(errorCode);
        _value = errorCode;
    }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => !left.Equals(right);

    /// <summary>Gives the value for a text.</summary>
    /// <param name="errorCode">The text as the service writes it.</param>
    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    /// <summary>Gives the text.</summary>
    /// <param name="errorCode">The value.</param>
    public static explicit operator string(TextAnalyticsErrorCode errorCode) => errorCode._value;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TextAnalyticsErrorCode other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(TextAnalyticsErrorCode other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The text as the service writes it.</summary>
    public override string ToString() => _value;
}

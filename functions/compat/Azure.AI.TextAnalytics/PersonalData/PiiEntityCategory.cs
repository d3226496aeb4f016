using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A kind of personal data. The service knows many more; any can be given as a text.</summary>
public readonly partial struct PiiEntityCategory : IEquatable<PiiEntityCategory>
{
    private readonly string _value;

    /// <summary>Makes a value.</summary>
    /// <param name="value">The text as the service writes it.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PiiEntityCategory(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The kind <c>Address</c>.</summary>
    public static PiiEntityCategory Address { get; } = new("Address");

    /// <summary>The kind <c>All</c>.</summary>
    public static PiiEntityCategory All { get; } = new("All");

    /// <summary>The kind <c>CreditCardNumber</c>.</summary>
    public static PiiEntityCategory CreditCardNumber { get; } = new("CreditCardNumber");

    /// <summary>The kind <c>Default</c>.</summary>
    public static PiiEntityCategory Default { get; } = new("Default");

    /// <summary>The kind <c>Email</c>.</summary>
    public static PiiEntityCategory Email { get; } = new("Email");

    /// <summary>The kind <c>FRSocialSecurityNumber</c>.</summary>
    public static PiiEntityCategory FRSocialSecurityNumber { get; } = new("FRSocialSecurityNumber");

    /// <summary>The kind <c>InternationalBankingAccountNumber</c>.</summary>
    public static PiiEntityCategory InternationalBankingAccountNumber { get; } = new("InternationalBankingAccountNumber");

    /// <summary>The kind <c>IPAddress</c>.</summary>
    public static PiiEntityCategory IPAddress { get; } = new("IPAddress");

    /// <summary>The kind <c>Organization</c>.</summary>
    public static PiiEntityCategory Organization { get; } = new("Organization");

    /// <summary>The kind <c>Person</c>.</summary>
    public static PiiEntityCategory Person { get; } = new("Person");

    /// <summary>The kind <c>PhoneNumber</c>.</summary>
    public static PiiEntityCategory PhoneNumber { get; } = new("PhoneNumber");

    /// <summary>The kind <c>URL</c>.</summary>
    public static PiiEntityCategory URL { get; } = new("URL");

    /// <summary>Whether both are the same, in any case.</summary>
    public static bool operator ==(PiiEntityCategory left, PiiEntityCategory right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(PiiEntityCategory left, PiiEntityCategory right) => !left.Equals(right);

    /// <summary>Gives the value for a text.</summary>
    /// <param name="value">The text as the service writes it.</param>
    public static implicit operator PiiEntityCategory(string value) => new(value);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is PiiEntityCategory other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(PiiEntityCategory other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <summary>The text as the service writes it.</summary>
    public override string ToString() => _value;
}

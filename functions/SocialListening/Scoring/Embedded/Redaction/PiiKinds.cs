namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Kinds of personal data that can be masked, each on its own.</summary>
[Flags]
public enum PiiKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>E-mail addresses; a fediverse handle with a leading @ is not one.</summary>
    Email = 1,

    /// <summary>Telephone numbers: with a country code (E.164), with a leading 0 (9 to 11 digits), or North American 3-3-4.</summary>
    Phone = 2,

    /// <summary>International bank account numbers of the right length and with the right check digits (ISO 13616).</summary>
    Iban = 4,

    /// <summary>Payment card numbers of 13 to 19 digits with the right Luhn digit (ISO/IEC 7812).</summary>
    Card = 8,

    /// <summary>French social security numbers with the right key, Corsican departments included.</summary>
    FrenchNir = 16,

    /// <summary>IPv4 and IPv6 addresses.</summary>
    IpAddress = 32,

    /// <summary>Streets with a house number, in French, English or German form: a pattern, so some are missed and some are not streets.</summary>
    Street = 64,

    /// <summary>All of them.</summary>
    All = Email | Phone | Iban | Card | FrenchNir | IpAddress | Street,
}

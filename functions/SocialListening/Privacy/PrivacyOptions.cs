namespace SocialListening.Privacy;

/// <summary>Settings of privacy.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Privacy";

    /// <summary>The secret key of author pseudonyms: at least 32 bytes in Base64. Changing it makes every author a new one.</summary>
    /// <value>
    /// Default none: a random key is made once and kept beside the embedded storage, readable by its owner alone. Required where
    /// several instances share a storage.
    /// </value>
    public string? PseudonymKey { get; set; }

    /// <summary>Whether e-mail addresses in texts are masked before texts are queued. Default <see langword="true"/>.</summary>
    public bool MaskEmail { get; set; } = true;

    /// <summary>Whether telephone numbers are masked, national and E.164. Default <see langword="true"/>.</summary>
    public bool MaskPhone { get; set; } = true;

    /// <summary>Whether bank account numbers (IBAN) are masked. Default <see langword="true"/>.</summary>
    public bool MaskIban { get; set; } = true;

    /// <summary>Whether payment card numbers are masked. Default <see langword="true"/>.</summary>
    public bool MaskCard { get; set; } = true;

    /// <summary>Whether French social security numbers are masked. Default <see langword="true"/>.</summary>
    public bool MaskFrenchNir { get; set; } = true;

    /// <summary>Whether IPv4 and IPv6 addresses are masked. Default <see langword="true"/>.</summary>
    public bool MaskIpAddress { get; set; } = true;

    /// <summary>Whether house numbers with a street are masked. Default <see langword="true"/>.</summary>
    public bool MaskStreet { get; set; } = true;

    /// <summary>Hides the key.</summary>
    public override string ToString() => nameof(PrivacyOptions);
}

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

    /// <summary>Hides the key.</summary>
    public override string ToString() => nameof(PrivacyOptions);
}

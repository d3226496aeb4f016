namespace Azure.AI.TextAnalytics;

/// <summary>Limits personal data to a field.</summary>
public enum PiiEntityDomain
{
    /// <summary>No limit.</summary>
    None = 0,

    /// <summary>Health information only.</summary>
    ProtectedHealthInformation = 1,
}

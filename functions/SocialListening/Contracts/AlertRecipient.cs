namespace SocialListening.Contracts;

/// <summary>Somebody who is told of a brand's alerts.</summary>
public sealed record AlertRecipient
{
    /// <summary>The channel; now <c>webhook</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The webhook's absolute https address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The name of the setting that holds the signing secret; the secret itself never stands in the brand file.</summary>
    public required string SecretSetting { get; init; }

    /// <summary>Least severity that is told, 1 to 4. Default 1.</summary>
    public int MinSeverity { get; init; } = 1;
}

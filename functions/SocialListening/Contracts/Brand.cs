namespace SocialListening.Contracts;

/// <summary>A brand or cause that somebody listens for.</summary>
public sealed record Brand
{
    /// <summary>Its id in storage and addresses: 1 to 64 characters of <c>a-z 0-9 -</c>, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>What counts as a mention, in the brand query language.</summary>
    public required string Query { get; init; }

    /// <summary>IANA time zone for seasonality and quiet hours. Default <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>How easily an alert is raised. Default <see cref="AlertSensitivity.Normal"/>.</summary>
    public AlertSensitivity Sensitivity { get; init; } = AlertSensitivity.Normal;

    /// <summary>Whether author ids, handles and names are kept as they are. Default <see langword="false"/>: they become keyed pseudonyms before storage.</summary>
    public bool KeepAuthorIdentity { get; init; }

    /// <summary>
    /// The file of the brand's own adjustment of the embedded scorer, absolute, or relative to the working directory or else to
    /// the folder of the app; <see langword="null"/> for none.
    /// </summary>
    public string? Adaptation { get; init; }

    /// <summary>Where to look for mentions. Default none.</summary>
    public IReadOnlyList<SourceQuery> Sources { get; init; } = [];

    /// <summary>Subjects within what is said of it, each counted and watched on its own. Default none.</summary>
    public IReadOnlyList<BrandTopic> Topics { get; init; } = [];

    /// <summary>Campaigns and the like that are known beforehand. Default none.</summary>
    public IReadOnlyList<AnnouncedEvent> Events { get; init; } = [];

    /// <summary>Who is told of alerts, beside the console. Default nobody.</summary>
    public IReadOnlyList<AlertRecipient> Alerts { get; init; } = [];
}

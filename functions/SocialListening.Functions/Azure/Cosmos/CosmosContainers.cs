namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The containers of the database, in one place.</summary>
internal static class CosmosContainers
{
    /// <summary>
    /// Mentions and the counts that count them, together, since both move in one transaction: it spans one logical partition,
    /// which is a day of a brand. Mentions and the counts of five minutes carry their own time to live; those of hours and days stay.
    /// </summary>
    public static CosmosContainer Mentions { get; } = new(
        "mentions",
        ["/brandId", "/slot"],
        DefaultTimeToLive: -1,
        [
            "/brandId/?", "/type/?", "/start/?", "/createdAt/?", "/mentionId/?", "/pendingPlace/?", "/mention/platform/?", "/mention/authorId/?", "/score/language/?",
            "/sentiment/?", "/score/intents/[]/?", "/score/toxicity/?", "/correction/atUtc/?",
        ],
        [["/createdAt desc", "/mentionId asc"], ["/type asc", "/start asc"]]);

    /// <summary>Alerts of a brand, the detection state that they follow from, and who was told of them; only the last carry a time to live.</summary>
    public static CosmosContainer Alerts { get; } = new(
        "alerts",
        ["/brandId"],
        DefaultTimeToLive: -1,
        ["/type/?", "/status/?", "/pending/?", "/onset/?", "/alertId/?", "/alert/posts/[]/mentionId/?"],
        [["/onset desc", "/alertId asc"], ["/onset asc", "/alertId asc"]]);

    /// <summary>What each poll covered. Records carry their own time to live.</summary>
    public static CosmosContainer Coverage { get; } = new(
        "coverage",
        ["/brandId"],
        DefaultTimeToLive: -1,
        ["/from/?", "/to/?"],
        []);

    /// <summary>Where polling, timers, the replay and each day's budget stand: one document each.</summary>
    public static CosmosContainer Cursors { get; } = new(
        "cursors",
        ["/kind"],
        DefaultTimeToLive: null,
        ["/kind/?"],
        []);

    /// <summary>What the language service answered for each text, read and written by key only. Entries carry their own time to live.</summary>
    public static CosmosContainer Ledger { get; } = new(
        "ledger",
        ["/key"],
        DefaultTimeToLive: -1,
        [],
        []);

    /// <summary>What was erased, under keyed hashes. Entries carry their own time to live.</summary>
    public static CosmosContainer Erasures { get; } = new(
        "erasures",
        ["/partition"],
        DefaultTimeToLive: -1,
        ["/requestedAt/?", "/key/?", "/open/?"],
        [["/requestedAt desc", "/key asc"]]);

    /// <summary>
    /// The definitions of brands, and beside them what counts their changes, in one partition: both move in one transaction. They
    /// are read by key, or all at once.
    /// </summary>
    public static CosmosContainer Brands { get; } = new(
        "brands",
        ["/kind"],
        DefaultTimeToLive: null,
        [],
        []);

    /// <summary>Every container.</summary>
    public static IReadOnlyList<CosmosContainer> All { get; } = [Mentions, Alerts, Coverage, Cursors, Ledger, Erasures, Brands];
}

using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Functions.Embedded;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>Everything that a run left in its file, read as dashboards read it.</summary>
internal sealed record StoredResult(
    IReadOnlyList<ScoredMention> Mentions,
    IReadOnlyList<RollupDocument> Rollups,
    IReadOnlyList<Alert> Alerts,
    IReadOnlyDictionary<string, long> Queues)
{
    public static IReadOnlyList<string> Brands { get; } = ["boreal-cafe", "solidarite-atlas"];

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads what a run left.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="transport">Its queues, if they are not in the file.</param>
    public static async Task<StoredResult> ReadAsync(string path, IQueueTransport? transport = null)
    {
        using var database = SqliteDatabase.Open(path, fresh: false);
        var mentions = new List<ScoredMention>();
        var rollups = new List<RollupDocument>();
        var alerts = new List<Alert>();
        foreach (var brand in Brands)
        {
            mentions.AddRange(await MentionsAsync(new SqliteMentionReader(database), brand));
            rollups.AddRange(await new SqliteRollupReader(database).ListAsync(brand, From, From.AddYears(1), default));
            alerts.AddRange(await new SqliteAlertStore(database).ListAsync(brand, null, 1_000, default));
        }

        var queues = new Dictionary<string, long>(StringComparer.Ordinal);
        transport ??= new SqliteQueueTransport(database, TimeProvider.System);
        foreach (var queue in QueueNames.All.SelectMany(queue => (string[])[queue, queue + QueueNames.PoisonSuffix]))
        {
            queues[queue] = (await transport.GetDepthAsync(queue, default)).Messages;
        }

        return new StoredResult(mentions, rollups, alerts, queues);
    }

    /// <summary>Each mention of each brand as one line of JSON.</summary>
    public IEnumerable<string> MentionLines() => Mentions.Select(Line);

    /// <summary>
    /// Each bucket as one line of JSON, without in how many writes it was counted: polls that run at once share messages, and
    /// which do is up to the machine.
    /// </summary>
    public IEnumerable<string> RollupLines() => Rollups.Select(rollup => Line(rollup with { Revision = 0 }));

    /// <summary>Each alert as one line of JSON.</summary>
    public IEnumerable<string> AlertLines() => Alerts.Select(Line);

    /// <summary>Anything as one line of JSON.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value);

    private static async Task<List<ScoredMention>> MentionsAsync(SqliteMentionReader reader, string brand)
    {
        var mentions = new List<ScoredMention>();
        MentionCursor? after = null;
        do
        {
            var page = await reader.ListAsync(new MentionFilter { BrandId = brand, Limit = 1_000, After = after }, default);
            mentions.AddRange(page.Mentions);
            after = page.NextCursor;
        }
        while (after is not null);

        return mentions;
    }
}

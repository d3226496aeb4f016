using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>
/// Serves the bundled timeline as if it were platforms. A source's terms name the platforms that it imitates, separated by commas, or a
/// group: <c>all</c>, <c>microblogs</c>, <c>networks</c>, <c>forums</c>, <c>press</c>. The same moment and request give the same answer.
/// </summary>
public sealed class ReplayConnector(ReplayTimeline timeline, TimeProvider time) : IPlatformConnector
{
    /// <summary>The most mentions of a page.</summary>
    public const int PageSize = 100;

    private static readonly string[] Imitated = ["x", "bluesky", "mastodon", "facebook", "instagram", "tiktok", "reddit", "youtube", "hackernews", "rss"];

    private static readonly FrozenDictionary<string, string[]> Groups = new Dictionary<string, string[]>
    {
        ["all"] = Imitated,
        ["microblogs"] = ["x", "bluesky", "mastodon"],
        ["networks"] = ["facebook", "instagram", "tiktok"],
        ["forums"] = ["reddit", "youtube", "hackernews"],
        ["press"] = ["rss"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Brand, string Terms), ReplayPost[]> _streams = new();

    /// <inheritdoc />
    public string Platform => PlatformNames.Replay;

    /// <inheritdoc />
    /// <value>5 minutes: posts are shown up to 2 minutes after they were made.</value>
    public TimeSpan Overlap => TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Fetch(request, time.GetUtcNow()));
    }

    private FetchResult Fetch(FetchRequest request, DateTimeOffset now)
    {
        if (now >= timeline.CollectionGap.From && now < timeline.CollectionGap.To)
        {
            return new FetchFailure(FailureClass.Transient, "The replay's platforms are out of reach, as its script says; the posts are found once they answer again.");
        }

        if (!timeline.BrandIds.Contains(request.Source.BrandId))
        {
            return new FetchFailure(FailureClass.Permanent, $"The replay tells nothing of brand '{request.Source.BrandId}', only of {string.Join(" and ", timeline.BrandIds)}.");
        }

        if (Platforms(request.Source.Terms) is not { } platforms)
        {
            return new FetchFailure(FailureClass.Permanent, $"The terms of replay source '{request.Source.Id}' name no platforms. Use a group ({string.Join(", ", Groups.Keys.Order(StringComparer.Ordinal))}) or some of {string.Join(",", Imitated)}.");
        }

        ReplayPost[] stream = _streams.GetOrAdd(
            (request.Source.BrandId, string.Join(',', platforms)),
            key => timeline.Posts(key.Brand).Where(p => platforms.Contains(p.Mention.Platform)).ToArray());
        (DateTimeOffset asOf, int end) = (now, stream.Length);
        if (request.PageToken is { } token && !TryReadToken(token, stream.Length, out asOf, out end))
        {
            return new FetchFailure(FailureClass.Transient, "The replay does not know this page token.", RestartRun: true);
        }

        return Page(stream, request, asOf, end);
    }

    private static FetchPage Page(ReplayPost[] stream, FetchRequest request, DateTimeOffset asOf, int end)
    {
        List<Mention> mentions = [];
        int i = request.PageToken is null ? FirstNotBefore(stream, request.Until ?? DateTimeOffset.MaxValue) : end;
        while (i > 0 && stream[i - 1].Mention.CreatedAtUtc >= request.Since)
        {
            if (mentions.Count == PageSize)
            {
                return new FetchPage { Mentions = mentions, NextPageToken = string.Create(CultureInfo.InvariantCulture, $"{asOf.UtcTicks}-{i}") };
            }

            ReplayPost post = stream[--i];
            if (post.VisibleAtUtc <= asOf)
            {
                mentions.Add(post.Mention);
            }
        }

        return new FetchPage { Mentions = mentions };
    }

    /// <summary>The first place at or after a moment.</summary>
    private static int FirstNotBefore(ReplayPost[] stream, DateTimeOffset moment)
    {
        (int low, int high) = (0, stream.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = stream[middle].Mention.CreatedAtUtc < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string[]? Platforms(string? terms)
    {
        if (terms is null)
        {
            return null;
        }

        string[] names = terms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(n => Groups.TryGetValue(n, out string[]? group) ? group : [n]).Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length > 0 && names.All(Imitated.Contains) ? names : null;
    }

    private static bool TryReadToken(string token, int most, out DateTimeOffset asOf, out int end)
    {
        (asOf, end) = (default, 0);
        int dash = token.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !long.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks
            || !int.TryParse(token.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out end) || end > most)
        {
            return false;
        }

        asOf = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}

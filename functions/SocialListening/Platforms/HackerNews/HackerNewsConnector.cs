using System.Globalization;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.HackerNews;

/// <summary>
/// Searches stories, comments and polls by date with Algolia's API for Hacker News, newest first. One query reaches about 1000 hits
/// only, so the window slides: when its pages end before its hits do, the next one ends at the oldest hit seen.
/// </summary>
internal sealed class HackerNewsConnector(PlatformHttpClient http, IPlatformQueryRenderer renderer, TimeProvider time) : IPlatformConnector
{
    private const int HitsPerPage = 200;

    private static readonly Uri Service = new("https://hn.algolia.com/");

    // 10,000 calls an hour per network address.
    private static readonly PlatformProfile Profile = new() { Platform = PlatformNames.HackerNews, MinimumSpacing = TimeSpan.FromMilliseconds(400) };

    public string Platform => PlatformNames.HackerNews;

    public TimeSpan Overlap => TimeSpan.FromHours(1);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (SearchTerms.Of(request, renderer) is not { } terms)
        {
            return SearchTerms.Missing(request.Source);
        }

        var since = request.Since.ToUnixTimeSeconds();
        var cursor = HackerNewsCursor.Parse(request.PageToken)
            ?? new HackerNewsCursor((request.Until ?? time.GetUtcNow()).ToUnixTimeSeconds() + 1, 0);
        var outcome = await http.SendAsync(
            new PlatformRequest
            {
                Profile = Profile,
                Uri = Address(request.Source.Address ?? Service, terms, since, cursor),
                CredentialHint = "this network address may be blocked for too many calls; poll less often",
            },
            cancellationToken);
        if (outcome.Failure is { } failure)
        {
            return failure;
        }

        using var document = JsonFields.TryParse(outcome.Response!.Body);
        return document?.RootElement.Field("hits") is { ValueKind: JsonValueKind.Array }
            ? Page(document.RootElement, cursor, since)
            : FailureTexts.BadJson(outcome.Response.Uri.IdnHost);
    }

    private static Uri Address(Uri service, string terms, long since, HackerNewsCursor cursor)
    {
        var filters = string.Create(CultureInfo.InvariantCulture, $"created_at_i>={since},created_at_i<{cursor.Before}");
        return new Uri(service, "/api/v1/search_by_date?query=" + Uri.EscapeDataString(terms)
            + "&tags=" + Uri.EscapeDataString("(story,comment,poll)")
            + "&numericFilters=" + Uri.EscapeDataString(filters)
            + string.Create(CultureInfo.InvariantCulture, $"&hitsPerPage={HitsPerPage}&page={cursor.Page}&typoTolerance=false&advancedSyntax=true"));
    }

    private FetchPage Page(JsonElement root, HackerNewsCursor cursor, long since)
    {
        var now = time.GetUtcNow();
        var mentions = new List<Mention>();
        var skipped = new List<string>();
        long? oldest = null;
        var index = 0;
        foreach (var hit in root.Items("hits"))
        {
            index++;
            if (HackerNewsItems.CreatedAt(hit) is { } created)
            {
                oldest = Math.Min(oldest ?? long.MaxValue, created.ToUnixTimeSeconds());
            }

            if (HackerNewsItems.Read(hit, now) is { } mention)
            {
                mentions.Add(mention);
            }
            else
            {
                skipped.Add(HackerNewsItems.Skipped(index));
            }
        }

        return new FetchPage
        {
            Mentions = mentions,
            SkippedItems = skipped,
            NextPageToken = Next(root, cursor, oldest, since)?.ToString(),
        };
    }

    private static HackerNewsCursor? Next(JsonElement root, HackerNewsCursor cursor, long? oldest, long since)
    {
        var pages = root.Count("nbPages") ?? 0;
        if (cursor.Page + 1 < pages)
        {
            return cursor with { Page = cursor.Page + 1 };
        }

        var reached = (cursor.Page + 1) * (root.Count("hitsPerPage") ?? HitsPerPage);
        if (oldest is not { } end || end < since || (root.Count("nbHits") ?? 0) <= reached)
        {
            return null;
        }

        // Items of the oldest second may be missing yet, so it is read again, unless that would not move the window at all.
        return new HackerNewsCursor(end + 1 < cursor.Before ? end + 1 : end, 0);
    }
}

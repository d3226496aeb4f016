using System.Text.Json;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Mastodon;

/// <summary>
/// Reads a hashtag's timeline. The first run goes back from the newest status to the start of the window; each later one goes
/// forward from the newest status that the run before read, less the overlap where ids are made of time.
/// </summary>
internal sealed class MastodonHashtag(MastodonServer server, string tag, TimeSpan overlap, TimeProvider time)
{
    private readonly string _key = ShortHash.Of("hashtag", server.Host, tag);

    /// <summary>Reads one page.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var place = MastodonPlace.Read(request.PageToken, _key) ?? Start(request);
        var position = place.MinId is { } min ? $"&min_id={Uri.EscapeDataString(min)}"
            : place.MaxId is { } max ? $"&max_id={Uri.EscapeDataString(max)}"
            : "";
        var (json, failure) = await server.GetAsync($"/api/v1/timelines/tag/{Uri.EscapeDataString(tag)}?limit=40{position}", cancellationToken);
        using (json)
        {
            return failure is not null ? failure
                : json!.RootElement.ValueKind != JsonValueKind.Array ? FailureTexts.BadJson(server.Host)
                : Page(MastodonStatuses.Read(json.RootElement.EnumerateArray(), server.Host, time.GetUtcNow()), place, request.Since);
        }
    }

    // A window with an upper end is a gap of an earlier run, which is closed going back.
    private MastodonPlace Start(FetchRequest request) => MastodonPlace.Read(request.Memo, _key) is { MinId: { } known } memo && request.Until is null
        ? new MastodonPlace { Key = _key, MinId = memo.Continue ? known : MastodonIds.Before(known, overlap), Top = known }
        : new MastodonPlace { Key = _key };

    private FetchPage Page(MastodonStatuses read, MastodonPlace place, DateTimeOffset since)
    {
        var forward = place.MinId is not null;
        MastodonPlace? next = null;
        var top = place.Top;
        if (read.Ids.Count > 0)
        {
            var newest = MastodonIds.Newest(read.Ids);
            top = forward ? Later(top, newest) : top ?? newest;

            // A page that does not move is the last, whatever the server holds.
            next = forward ? (newest == place.MinId ? null : place with { MinId = newest, Top = top })
                : read.Oldest < since || MastodonIds.Oldest(read.Ids) == place.MaxId ? null
                : place with { MaxId = MastodonIds.Oldest(read.Ids), Top = top };
        }

        return new FetchPage
        {
            Mentions = read.Mentions,
            SkippedItems = read.Skipped,
            NewestFirst = !forward,
            NextPageToken = next?.Write(),
            Memo = Memo(forward && next is not null ? next.MinId : top, unfinished: forward && next is not null)?.Write(),
        };
    }

    private MastodonPlace? Memo(string? minId, bool unfinished) =>
        minId is null ? null : new MastodonPlace { Key = _key, MinId = minId, Continue = unfinished };

    // Going forward begins before the newest status known, so that the first page may end before it.
    private static string Later(string? known, string newest) => known is null ? newest : MastodonIds.Newest([newest, known]);
}

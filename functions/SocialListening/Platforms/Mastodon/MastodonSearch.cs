using System.Text.Json;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Mastodon;

/// <summary>
/// Searches public statuses, newest first, paging back by <c>max_id</c> to the start of the window. A server whose search index is
/// down answers an empty page, so an empty page proves nothing unless the same search has just found something.
/// </summary>
internal sealed class MastodonSearch(MastodonServer server, string terms, TimeProvider time)
{
    private readonly string _key = ShortHash.Of("search", server.Host, terms);

    /// <summary>Reads one page.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var place = MastodonPlace.Read(request.PageToken, _key);
        var (json, failure) = await server.GetAsync(Address(40, place?.MaxId), cancellationToken);
        using (json)
        {
            if (failure is not null)
            {
                return failure;
            }

            if (json!.RootElement.Field("statuses") is not { ValueKind: JsonValueKind.Array } statuses)
            {
                return FailureTexts.BadJson(server.Host);
            }

            var read = MastodonStatuses.Read(statuses.EnumerateArray(), server.Host, time.GetUtcNow());
            var oldest = read.Ids.Count == 0 ? null : MastodonIds.Oldest(read.Ids);
            var ended = oldest is null || oldest == place?.MaxId || read.Oldest < request.Since;
            return new FetchPage
            {
                Mentions = read.Mentions,
                SkippedItems = read.Skipped,
                NextPageToken = ended ? null : new MastodonPlace { Key = _key, MaxId = oldest }.Write(),
                Conclusive = oldest is not null || (place is not null && await FindsAsync(cancellationToken)),
            };
        }
    }

    private string Address(int limit, string? maxId)
    {
        var query = terms.Contains("in:", StringComparison.OrdinalIgnoreCase) ? terms : $"{terms} in:public";
        return $"/api/v2/search?q={Uri.EscapeDataString(query)}&type=statuses&limit={limit}&resolve=false"
            + (maxId is null ? "" : $"&max_id={Uri.EscapeDataString(maxId)}");
    }

    // The first page of this run held something; if it does so still, the index is up and the empty page is the end.
    private async Task<bool> FindsAsync(CancellationToken cancellationToken)
    {
        var (json, _) = await server.GetAsync(Address(1, maxId: null), cancellationToken);
        using (json)
        {
            return json?.RootElement.Items("statuses").Any() == true;
        }
    }
}

using System.Globalization;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers reads of the change feed in its latest-version form: each changed document once, as it stands, in the order of writes.</summary>
internal static class ChangeFeedRequests
{
    private const int DefaultPage = 100;

    /// <summary>One page after a tag: 304 when nothing changed.</summary>
    public static GatewayResponse Answer(Container container, GatewayRequest request)
    {
        var mode = request[GatewayHeaders.ChangeFeed];
        if (mode is not ("Incremental Feed" or "Incremental feed"))
        {
            throw GatewayException.BadRequest($"The double knows the change feed's latest versions only, not '{mode}'.");
        }

        var most = int.TryParse(request[GatewayHeaders.MaxItemCount], out var wanted) && wanted > 0 ? wanted : DefaultPage;
        var after = After(container, request);
        var page = container.Snapshot(QueryRequests.Wanted(container, request)).Where(document => document.Lsn > after && Since(document, request))
            .OrderBy(document => document.Lsn).Take(most).ToList();
        var last = page is [] ? after : page[^1].Lsn;
        var answer = page is []
            ? new GatewayResponse(304, default) { Charge = 1 }
            : new GatewayResponse(200, Json.Feed(container.Rid, "Documents", [.. page.Select(document => (ReadOnlyMemory<byte>)document.Body)])) { Charge = RequestUnits.Query(page.Count, page.Sum(document => document.Body.Length)) };
        return answer
            .With(GatewayHeaders.ItemCount, page.Count)
            .With(GatewayHeaders.ETag, string.Create(CultureInfo.InvariantCulture, $"\"{last}\""))
            .With(GatewayHeaders.SessionToken, container.SessionToken(QueryRequests.RangeId(container, request)));
    }

    // No tag: from the beginning. '*': from now on.
    private static long After(Container container, GatewayRequest request) => request[GatewayHeaders.IfNoneMatch] switch
    {
        null => 0,
        "*" => container.Lsn,
        var tag => long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var lsn) ? lsn : throw GatewayException.BadRequest("The change feed's tag is invalid."),
    };

    private static bool Since(StoredDocument document, GatewayRequest request) =>
        request[GatewayHeaders.IfModifiedSince] is not { } since
        || (DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && document.Timestamp >= time.ToUnixTimeSeconds());
}

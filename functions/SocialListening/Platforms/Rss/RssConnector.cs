using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Rss;

/// <summary>
/// Reads RSS and Atom feeds whole, as conditional GETs, and gives the entries that are new or changed. What the feed held before is
/// known from the memo, so a late entry with an old date is not missed.
/// </summary>
internal sealed class RssConnector(PlatformHttpClient http, IOptions<RssOptions> options, TimeProvider time) : IPlatformConnector
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1";

    private static readonly PlatformProfile Profile = new() { Platform = PlatformNames.Rss, MinimumSpacing = TimeSpan.FromSeconds(1) };

    public string Platform => PlatformNames.Rss;

    public TimeSpan Overlap => TimeSpan.FromDays(7);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (request.Source.Address is not { } feed)
        {
            return new FetchFailure(FailureClass.Permanent, $"source {request.Source.Id} has no address; give it the address of its feed");
        }

        var memo = RssMemo.Read(request.Memo, ShortHash.Of(feed.AbsoluteUri));
        var query = ShortHash.Of(request.Brand.Query);
        memo = memo.Query == query ? memo : new RssMemo { Feed = memo.Feed, Query = query, MovedTo = memo.MovedTo, LastGood = memo.LastGood, FirstSeen = memo.FirstSeen };
        var page = RssPlace.Read(request.PageToken);
        var address = Address(page?.Next ?? memo.MovedTo, feed);
        var first = page is null;
        var outcome = await http.SendAsync(
            new PlatformRequest
            {
                Profile = Profile,
                Uri = address,
                Accept = Accept,
                Expected = ExpectedContent.Any,
                IfNoneMatch = first ? memo.ETag : null,
                IfModifiedSince = first ? memo.LastModified : null,
                CredentialHint = "feeds behind a login are not read; ask the publisher for a public address",
            },
            cancellationToken);
        return outcome switch
        {
            { Failure: { } failure } => Failed(failure, outcome.Response, memo),
            { Response: { Status: System.Net.HttpStatusCode.NotModified } answer } => NotModified(answer, memo),
            _ => Read(request, feed, memo, outcome.Response!, page),
        };
    }

    private static Uri Address(string? other, Uri feed) => Uri.TryCreate(other, UriKind.Absolute, out var address) ? address : feed;

    private FetchFailure Failed(FetchFailure failure, PlatformResponse? answer, RssMemo memo)
    {
        // A feed that was there may be missing for a while; one that never was is a wrong address.
        var missing = answer?.Status == System.Net.HttpStatusCode.NotFound && memo.LastGood > 0
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(memo.LastGood) < options.Value.MissingGrace;
        return missing
            ? new FetchFailure(FailureClass.Transient, $"{answer!.Uri.IdnHost} answered 404: the feed was there before; it is tried again for some days")
            : failure;
    }

    private FetchPage NotModified(PlatformResponse answer, RssMemo memo) => new()
    {
        Mentions = [],
        Memo = (memo with { LastGood = time.GetUtcNow().ToUnixTimeSeconds(), MovedTo = answer.MovedTo?.AbsoluteUri ?? memo.MovedTo }).Write(),
        NotBefore = FeedSchedule.NotBefore(time.GetUtcNow(), options.Value.MinimumInterval, answer.MaxAge, feed: null),
    };

    private FetchResult Read(FetchRequest request, Uri feed, RssMemo memo, PlatformResponse answer, RssPlace? page)
    {
        var text = FeedDecoder.Decode(answer.Body.Span, answer.Charset);
        if (answer.IsHtml && !LooksLikeFeed(text))
        {
            return WebPage(answer, text);
        }

        FeedDocument document;
        try
        {
            document = FeedParser.Parse(text, answer.Uri);
        }
        catch (FeedFormatException wrong)
        {
            return new FetchFailure(wrong.MayPass ? FailureClass.Transient : FailureClass.Permanent, $"{answer.Uri.IdnHost} {wrong.Message}");
        }

        return Page(request, feed, memo, answer, document, page);
    }

    private FetchPage Page(FetchRequest request, Uri feed, RssMemo memo, PlatformResponse answer, FeedDocument document, RssPlace? page)
    {
        var now = time.GetUtcNow();
        var read = FeedMentions.Make(document, feed, memo, now);
        var goesOn = read.AllNew && read.Mentions.Count > 0 && read.Mentions.All(mention => mention.CreatedAtUtc >= request.Since);

        // The first page is what the next poll sees again, so its memo is the run's.
        var newMemo = page?.Memo ?? (memo with
        {
            MovedTo = answer.MovedTo?.AbsoluteUri ?? memo.MovedTo,
            ETag = answer.ETag,
            LastModified = answer.LastModified,
            LastGood = now.ToUnixTimeSeconds(),
            Known = read.Known,
            FirstSeen = read.FirstSeen,
        }).Write();
        return new FetchPage
        {
            Mentions = read.Mentions,
            DeletedMentionIds = [.. document.Deleted.Select(id => MentionId.Of(PlatformNames.Rss, FeedIds.Of(feed, id)))],
            SkippedItems = [.. document.Skipped, .. read.Skipped],
            NextPageToken = goesOn && document.Next is { } next && next.IdnHost == answer.Uri.IdnHost && next != answer.Uri
                ? new RssPlace(next.AbsoluteUri, newMemo).Write()
                : null,
            Memo = newMemo,
            NotBefore = FeedSchedule.NotBefore(now, options.Value.MinimumInterval, answer.MaxAge, document),
        };
    }

    private static bool LooksLikeFeed(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<rss", StringComparison.Ordinal)
            || start.StartsWith("<feed", StringComparison.Ordinal) || start.StartsWith("<rdf:RDF", StringComparison.Ordinal);
    }

    private static FetchFailure WebPage(PlatformResponse answer, string html) => new(
        FailureClass.Permanent,
        FeedDiscovery.Find(html, answer.Uri) is { } found
            ? $"{answer.Uri.IdnHost} answered a web page instead of a feed; the page names its feed: {found.GetLeftPart(UriPartial.Path)}; give the source that address"
            : $"{answer.Uri.IdnHost} answered a web page instead of a feed; look up the feed's address on the page and give it to the source");
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Pages through a brand's mentions.</summary>
public sealed class GetMentionsFunction(IBrandCatalog catalog, IMentionReader mentions)
{
    /// <summary><c>GET /api/brands/{brandId}/mentions?from=&amp;to=&amp;platform=&amp;sentiment=&amp;language=&amp;intent=&amp;minToxicity=&amp;limit=&amp;cursor=</c>, newest first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetMentions")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/mentions")] HttpRequest request, string brandId, CancellationToken cancellationToken) =>
        BrandQuestion.AnswerAsync(
            catalog,
            brandId,
            request,
            InsightsJsonContext.Default.MentionList,
            query =>
            {
                var (from, to) = query.Span();
                return new MentionFilter
                {
                    BrandId = brandId,
                    From = from,
                    To = to,
                    Platform = query.Platform("platform"),
                    Sentiment = query.OneOf("sentiment", ("negative", SentimentLabel.Negative), ("neutral", SentimentLabel.Neutral), ("positive", SentimentLabel.Positive)),
                    Language = query.Language("language"),
                    Intent = query.OneOf("intent", IntentNames.All),
                    MinToxicity = query.Share("minToxicity"),
                    Limit = query.Number("limit", 50, 1, 1_000),
                    After = query.Cursor("cursor"),
                };
            },
            async (_, filter) =>
            {
                var page = await mentions.ListAsync(filter, cancellationToken);
                return new MentionList(page.Mentions, page.NextCursor is { } next ? CursorText.Write(next) : null);
            });
}

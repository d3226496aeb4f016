using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Brands;
using SocialListening.Functions.Http;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions;

/// <summary>Exports a brand's corrections as a labelled sample.</summary>
public sealed class GetCorrectionsFunction(IBrandCatalog catalog, IMentionCorrection corrections)
{
    /// <summary>
    /// <c>GET /api/brands/{brandId}/corrections?format=&amp;limit=&amp;cursor=</c>, the newest post first: JSON, or <c>tsv</c> or
    /// <c>csv</c> by format or the header Accept. The next page of those two is in the header Link.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    [Function("GetCorrections")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "brands/{brandId}/corrections")] HttpRequest request, string brandId, CancellationToken cancellationToken)
    {
        if (!catalog.Current.Brands.ContainsKey(brandId))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var format = query.OneOf("format", SampleAnswer.Formats) ?? SampleAnswer.FormatOf(request);
        var limit = query.Number("limit", 1_000, 1, 1_000);
        var after = query.Cursor("cursor");
        if (query.Error is { } error)
        {
            return JsonAnswer.BadRequest(error);
        }

        var page = await corrections.ListCorrectedAsync(brandId, limit, after, cancellationToken);
        var list = new CorrectionList([.. page.Mentions.Select(CorrectedText.Of)], page.NextCursor is { } next ? CursorText.Write(next) : null);
        return SampleAnswer.Of(request, list, format, limit);
    }
}

using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Functions.Http;

/// <summary>Answers a question about one brand: looks the brand up, reads the query, and tells what is wrong with either before anything is asked.</summary>
internal static class BrandQuestion
{
    /// <summary>404 for a brand that is not listened for, 400 with every mistake of the query, otherwise the answer.</summary>
    /// <param name="catalog">The brands.</param>
    /// <param name="brandId">The brand of the address.</param>
    /// <param name="request">The request.</param>
    /// <param name="typeInfo">How the answer is written.</param>
    /// <param name="read">Reads the query; what is wrong with it the reader gathers.</param>
    /// <param name="answer">Called only for a query without mistakes.</param>
    public static async Task<IActionResult> AnswerAsync<TQuery, TAnswer>(
        IBrandCatalog catalog, string brandId, HttpRequest request, JsonTypeInfo<TAnswer> typeInfo, Func<QueryReader, TQuery> read, Func<Brand, TQuery, Task<TAnswer>> answer)
    {
        if (!catalog.Current.Brands.TryGetValue(brandId, out var brand))
        {
            return JsonAnswer.UnknownBrand(brandId);
        }

        var query = new QueryReader(request.Query);
        var asked = read(query);
        return query.Error is { } error ? JsonAnswer.BadRequest(error) : JsonAnswer.Ok(await answer(brand, asked), typeInfo);
    }
}

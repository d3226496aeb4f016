using SocialListening.Contracts;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Brands;

/// <summary>Definitions of brands that can be read.</summary>
internal static class Definitions
{
    public static BrandDefinition Of(string id, string? query = null) => new(id, Json(id, query), Noon);

    public static string Json(string id, string? query = null) =>
        $$"""{"id":"{{id}}","name":"{{id}}","query":"{{query ?? id}}","sources":[{"name":"feed","platform":"rss","address":"https://{{id}}.example/feed"}]}""";
}

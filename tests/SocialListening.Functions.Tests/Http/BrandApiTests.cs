using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.Functions.Http;
using SocialListening.Functions.Tests.Brands;
using SocialListening.Functions.Tests.Infra;

namespace SocialListening.Functions.Tests.Http;

/// <summary>Brands that are added, changed and deleted while the app runs.</summary>
public sealed class BrandApiTests(StoreProcess api) : IClassFixture<StoreProcess>
{
    [Fact]
    public async Task Put_NewBrand_IsListenedForAtOnceAndGivenBackAsItWasPut()
    {
        const string Definition = """
            {
              "id": "fresh", // a comment
              "name": "Café « été » 😀", "query": "été OR \"l'été\"",
              "sources": [ { "name": "feed", "platform": "rss", "address": "https://fresh.example/feed", "enabled": false, "maxPagesPerPoll": 7 /* few */ } ], "topics": [],
              "events": [ { "name": "F\u00eate", "from": "2026-10-01T08:00", "to": "2026-10-02T00:00", "expectedFactor": 2.50 } ],
            }
            """;
        const string Stored = """{"id":"fresh","name":"Café « été » 😀","query":"été OR \"l'été\"","sources":[{"name":"feed","platform":"rss","address":"https://fresh.example/feed","enabled":false,"maxPagesPerPoll":7}],"topics":[],"events":[{"name":"F\u00eate","from":"2026-10-01T08:00","to":"2026-10-02T00:00","expectedFactor":2.50}]}""";

        using var created = await PutAsync("fresh", Definition, headers: ("X-Changed-By", "Lea Martin"));
        using var again = await PutAsync("fresh", Stored);
        using var read = await api.SendAsync(HttpMethod.Get, Address("fresh"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (created.StatusCode, again.StatusCode, read.StatusCode));
        Assert.Equal("/" + Address("fresh"), created.Headers.Location!.OriginalString);
        Assert.Equal(Stored, await created.Content.ReadAsStringAsync());
        Assert.Equal(Stored, await read.Content.ReadAsStringAsync());
        Assert.Equal("application/json", read.Content.Headers.ContentType!.MediaType);
        Assert.Equal((created.Headers.ETag, created.Headers.ETag), (again.Headers.ETag, read.Headers.ETag));
        Assert.NotNull(read.Content.Headers.LastModified);
        Assert.Matches("^p_", Assert.Single(read.Headers.GetValues("X-Changed-By")));
        using var list = await api.SendAsync(HttpMethod.Get, "api/brands");
        Assert.Contains("fresh/feed", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var known = await api.SendAsync(HttpMethod.Get, Address("fresh"), headers: ("If-None-Match", read.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await DifferencesAsync(Stored));
    }

    [Fact]
    public async Task Put_UnderConditions_HappensOnlyWhenTheyHold()
    {
        using var missing = await PutAsync("tested", Json("tested", "a"), headers: ("If-Match", "*"));
        using var created = await PutAsync("tested", Json("tested", "a"), headers: ("If-None-Match", "*"));
        var first = created.Headers.ETag!.Tag;
        using var taken = await PutAsync("tested", Json("tested", "b"), headers: ("If-None-Match", "*"));
        using var replaced = await PutAsync("tested", Json("tested", "b"), headers: ("If-Match", first));
        var second = replaced.Headers.ETag!.Tag;
        using var late = await PutAsync("tested", Json("tested", "c"), headers: ("If-Match", first));
        using var listed = await PutAsync("tested", Json("tested", "d"), headers: ("If-Match", $"{first}, {second}"));
        using var any = await PutAsync("tested", Json("tested", "e"), headers: ("If-Match", "*"));
        using var foreign = await PutAsync("tested", Json("tested", "f"), headers: ("If-Match", "\"other\""));

        Assert.Equal(
            [
                HttpStatusCode.PreconditionFailed, HttpStatusCode.Created, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK,
                HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed,
            ],
            new[] { missing, created, taken, replaced, late, listed, any, foreign }.Select(response => response.StatusCode));
        Assert.NotEqual(first, second);
        Assert.Contains(second, (await ProblemAsync(late)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"query\":\"e\"", await ReadAsync("tested"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_RacingWriters_LetsOneOfThemThrough()
    {
        using var created = await PutAsync("raced", Json("raced", "a"));
        var condition = ("If-Match", created.Headers.ETag!.Tag);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PutAsync("raced", Json("raced", $"b{i}"), headers: condition)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Put_DefinitionWithMistakes_IsToldAllOfThem()
    {
        using var response = await PutAsync("wrong", """{"id":"else","name":"","query":"tea OR (","sources":[{"name":"s","platform":"replay","terms":"x"}],"sauces":[]}""");
        var problem = await ProblemAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            ["$.id", "$.name", "$.query", "$.sources[0].platform", "$.sauces"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("advice").GetString()!));
        Assert.Contains("did you mean 'sources'", problem.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
        using var none = await api.SendAsync(HttpMethod.Get, Address("wrong"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"id\":\"odd\",\"name\":\"\\ud800\",\"query\":\"odd\"}")]
    public async Task Put_NoDefinition_IsRefusedWithAReason(string body)
    {
        using var response = await PutAsync("odd", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await ProblemAsync(response)).GetProperty("errors").EnumerateArray());
    }

    [Theory]
    [InlineData("If-Match", "12")]
    [InlineData("If-None-Match", "\"12\"")]
    public async Task Put_HeaderThatSaysNothing_IsRefusedAndNotTakenForNone(string name, string value)
    {
        using var response = await PutAsync("header", Json("header", "a"), headers: (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(name, (await ProblemAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_BodyTooLarge_IsRefused()
    {
        using var response = await PutAsync("large", Json("large", "a") + new string(' ', 64 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Delete_Brand_IsGoneUnderItsConditionOnly()
    {
        using var created = await PutAsync("doomed", Json("doomed", "a"));
        using var other = await api.SendAsync(HttpMethod.Delete, Address("doomed"), headers: ("If-Match", "\"999999\""));
        using var deleted = await api.SendAsync(HttpMethod.Delete, Address("doomed"), headers: ("If-Match", created.Headers.ETag!.Tag));
        using var again = await api.SendAsync(HttpMethod.Delete, Address("doomed"));
        using var gone = await api.SendAsync(HttpMethod.Get, "api/brands/doomed");

        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            new[] { other, deleted, again, gone }.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task Routes_WithTheFunctionKey_AreClosed()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete])
        {
            using var response = await api.SendAsync(method, Address("closed"), Json("closed", "a"), key: "local");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public void Document_OfTheApi_DescribesADefinitionByTheSchemaOfTheBrandFile()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(InfraFolder.Repository, "functions", "SocialListening", "Brands", "brands.schema.json")))!;
        var described = JsonNode.Parse(OpenApiDocument.Text)!["components"]!["schemas"]!["BrandDefinition"]!.DeepClone().AsObject();
        var expected = Inlined(schema["$defs"]!["brand"]!, schema["$defs"]!)!.AsObject();
        expected["description"] = described["description"]!.DeepClone();

        Assert.True(JsonNode.DeepEquals(expected, described), "openapi.json describes another definition than brands.schema.json.");
    }

    private static JsonNode? Inlined(JsonNode? node, JsonNode definitions) => node switch
    {
        JsonObject { Count: 1 } reference when reference["$ref"] is { } name => Inlined(definitions[name.GetValue<string>().Split('/')[^1]], definitions),
        JsonObject properties => new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Inlined(property.Value, definitions)))),
        JsonArray items => new JsonArray([.. items.Select(item => Inlined(item, definitions))]),
        _ => node?.DeepClone(),
    };

    private async Task<IReadOnlyList<string>> DifferencesAsync(string definition)
    {
        using var document = await api.SendAsync(HttpMethod.Get, "api/openapi.json");
        return new ApiSchemas(JsonDocument.Parse(await document.Content.ReadAsStringAsync()).RootElement).Compare("/api/brands/{brandId}/definition", JsonDocument.Parse(definition).RootElement);
    }

    private static string Address(string brandId) => $"api/brands/{brandId}/definition";

    private static string Json(string brandId, string query) => Definitions.Json(brandId, query);

    private Task<HttpResponseMessage> PutAsync(string brandId, string body, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Put, Address(brandId), body, headers: headers);

    private async Task<string> ReadAsync(string brandId)
    {
        using var response = await api.SendAsync(HttpMethod.Get, Address(brandId));
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}

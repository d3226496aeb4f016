using System.Net;
using System.Text.Json;
using SocialListening.Functions.Tests.EndToEnd;

namespace SocialListening.Functions.Tests.Http;

[Collection(ProcessCollection.Name)]
public sealed class ErasureApiTests(ApiProcess api) : IClassFixture<ApiProcess>
{
    private const string Address = "api/operations/erasures";
    private const string March = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    [Fact]
    public async Task Request_Post_IsGoneSoonWithItsProofWhileCountsStay()
    {
        var mention = api.Stored.Mentions.First(mention => mention.BrandId == "boreal-cafe").Mention;
        var before = await CountsAsync();

        var asked = await PostAsync($$"""{"platform":"{{mention.Platform}}","posts":["{{mention.PlatformPostId}}"],"reason":"post-deleted"}""", HttpStatusCode.Accepted);
        var key = Assert.Single(asked.GetProperty("erasures").EnumerateArray()).GetProperty("key").GetString()!;
        var entry = await ErasedAsync(key);

        Assert.Equal(("Post", "PostDeleted", 1), (entry.GetProperty("kind").GetString(), entry.GetProperty("reason").GetString(), entry.GetProperty("mentions").GetInt32()));
        Assert.False(entry.TryGetProperty("doneAtUtc", out _));
        Assert.DoesNotContain(mention.PlatformPostId, entry.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(mention.Id, (await api.GetAsync($"api/brands/boreal-cafe/mentions?limit=1000&{March}")).Body, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());

        var list = await api.JsonAsync($"{Address}?status=open");
        Assert.Contains(key, list.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(new ApiSchemas(await api.JsonAsync("api/openapi.json")).Compare("/api/operations/erasures", list));
    }

    [Fact]
    public async Task Request_AuthorByPseudonym_ErasesEveryPostOfThatAuthor()
    {
        var author = api.Stored.Mentions.Where(mention => mention.Mention.AuthorId is not null).CountBy(mention => (mention.Mention.Platform, mention.Mention.AuthorId)).MaxBy(count => count.Value);

        var asked = await PostAsync($$"""{"platform":"{{author.Key.Platform}}","author":"{{author.Key.AuthorId}}","reason":"author-request"}""", HttpStatusCode.Accepted);
        var entry = await ErasedAsync(asked.GetProperty("erasures")[0].GetProperty("key").GetString()!);

        Assert.Equal(author.Value, entry.GetProperty("mentions").GetInt32());
    }

    [Theory]
    [InlineData("""{"platform":"myspace","author":"a","reason":"order"}""", "'platform'")]
    [InlineData("""{"platform":"x","reason":"order"}""", "'author' or 'posts'")]
    [InlineData("""{"platform":"x","author":"a","posts":["1"],"reason":"order"}""", "'author' or 'posts'")]
    [InlineData("""{"platform":"x","author":" ","reason":"order"}""", "'author'")]
    [InlineData("""{"platform":"x","posts":[],"reason":"order"}""", "'posts'")]
    [InlineData("""{"platform":"x","posts":[null],"reason":"order"}""", "'posts'")]
    [InlineData("""{"platform":"x","posts":["1"],"reason":"whim"}""", "'reason'")]
    [InlineData("""{"platform":"x","posts":["1"],"because":"order"}""", "malformed at")]
    [InlineData("null", "'platform'")]
    public async Task Request_ThatSaysTooLittle_IsRefusedWithAReason(string body, string told) =>
        Assert.Contains(told, (await PostAsync(body, HttpStatusCode.BadRequest)).GetProperty("detail").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Routes_WithTheFunctionKey_AreClosed()
    {
        using var post = await api.SendAsync(HttpMethod.Post, Address, """{"platform":"x","posts":["1"],"reason":"order"}""", key: "local");
        using var get = await api.SendAsync(HttpMethod.Get, Address, key: "local");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (post.StatusCode, get.StatusCode));
        Assert.Empty((await api.JsonAsync($"{Address}?key=post-00000000000000000000000000000000")).GetProperty("erasures").EnumerateArray());
    }

    private async Task<JsonElement> PostAsync(string body, HttpStatusCode expected)
    {
        using var response = await api.SendAsync(HttpMethod.Post, Address, body, key: "local-admin");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<string> CountsAsync() => (await api.JsonAsync($"api/brands/boreal-cafe?{March}")).GetProperty("mentions").GetRawText();

    // The queue carries it out: soon, but not at once.
    private async Task<JsonElement> ErasedAsync(string key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        while (true)
        {
            var entry = Assert.Single((await api.JsonAsync($"{Address}?key={key}")).GetProperty("erasures").EnumerateArray());
            if (entry.TryGetProperty("erasedAtUtc", out _))
            {
                return entry;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}

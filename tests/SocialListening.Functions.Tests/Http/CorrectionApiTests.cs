using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.EndToEnd;

namespace SocialListening.Functions.Tests.Http;

[Collection(ProcessCollection.Name)]
public sealed class CorrectionApiTests(ApiProcess api) : IClassFixture<ApiProcess>
{
    private const string Brand = "boreal-cafe";
    private const string Day = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    [Fact]
    public async Task Correct_Mention_MovesTheCountsUntilItIsTakenBack()
    {
        var id = IdOf(SentimentLabel.Negative, 0);
        var before = await CountsAsync();

        var corrected = await JsonAsync(HttpMethod.Post, id, """{"sentiment":"positive","note":"ironie, dit lea@exemple.fr","by":"lea"}""");

        Assert.Equal(("Positive", "Negative", 2), (corrected.GetProperty("sentiment").GetString(), corrected.GetProperty("score").GetProperty("sentiment").GetString(), corrected.GetProperty("revision").GetInt32()));
        var correction = corrected.GetProperty("correction");
        Assert.Equal("ironie, dit **************", correction.GetProperty("note").GetString());
        Assert.Matches("^p_[0-9a-f]{32}$", correction.GetProperty("by").GetString()!);
        Assert.Equal((before.Negative - 1, before.Neutral, before.Positive + 1), await CountsAsync());
        Assert.Empty(new ApiSchemas(await api.JsonAsync("api/openapi.json")).Compare("/api/brands/{brandId}/mentions/{mentionId}/sentiment", corrected, "post"));

        var again = await JsonAsync(HttpMethod.Post, id, """{"sentiment":"positive","note":"ironie, dit lea@exemple.fr","by":"lea"}""");
        Assert.Equal(corrected.GetRawText(), again.GetRawText());

        var restored = await JsonAsync(HttpMethod.Delete, id);
        Assert.Equal("Negative", restored.GetProperty("sentiment").GetString());
        Assert.False(restored.TryGetProperty("correction", out _));
        Assert.Equal(before, await CountsAsync());
        Assert.Equal(restored.GetRawText(), (await JsonAsync(HttpMethod.Delete, id)).GetRawText());
    }

    [Fact]
    public async Task Corrections_Exported_AreALabelledSampleInEachForm()
    {
        var ids = Enumerable.Range(1, 3).Select(place => IdOf(SentimentLabel.Positive, place)).ToArray();
        foreach (var id in ids)
        {
            await JsonAsync(HttpMethod.Post, id, """{"sentiment":"NEUTRAL"}""");
        }

        var list = await api.JsonAsync($"api/brands/{Brand}/corrections");
        Assert.Empty(new ApiSchemas(await api.JsonAsync("api/openapi.json")).Compare("/api/brands/{brandId}/corrections", list));
        var entries = list.GetProperty("corrections").EnumerateArray().Where(entry => ids.Contains(entry.GetProperty("mentionId").GetString())).ToArray();
        Assert.Equal(3, entries.Length);
        Assert.All(entries, entry => Assert.Equal(("neutral", "positive"), (entry.GetProperty("label").GetString(), entry.GetProperty("scored").GetString())));

        using var tsv = await api.SendAsync(HttpMethod.Get, $"api/brands/{Brand}/corrections", accept: "text/tab-separated-values");
        Assert.Equal("text/tab-separated-values", tsv.Content.Headers.ContentType?.MediaType);
        var lines = (await tsv.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.All(entries, entry => Assert.Contains("neutral\t" + entry.GetProperty("text").GetString()!.ReplaceLineEndings(" "), lines));

        using var page = await api.SendAsync(HttpMethod.Get, $"api/brands/{Brand}/corrections?format=csv&limit=1");
        Assert.Equal("text/csv", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("label,text,", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var next = Assert.Single(page.Headers.GetValues("Link"));
        Assert.Matches("^</api/brands/boreal-cafe/corrections\\?format=csv&limit=1&cursor=[^>]+>; rel=\"next\"$", next);
        using var second = await api.SendAsync(HttpMethod.Get, next[2..next.IndexOf('>', StringComparison.Ordinal)]);
        Assert.NotEqual(await page.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());

        foreach (var id in ids)
        {
            await JsonAsync(HttpMethod.Delete, id);
        }
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{\"sentiment\":", "JSON")]
    [InlineData("null", "'sentiment'")]
    [InlineData("{}", "'sentiment'")]
    [InlineData("{\"sentiment\":\"angry\"}", "negative, neutral, positive")]
    [InlineData("{\"sentiment\":3}", "$.sentiment")]
    [InlineData("{\"sentiment\":\"neutral\",\"tone\":1}", "JSON")]
    [InlineData("{\"sentiment\":\"neutral\",\"revision\":0}", "'revision'")]
    public async Task Correct_BadBody_AnswersProblemThatSaysWhatItMustBe(string body, string must) =>
        Assert.Contains(must, await ProblemAsync(HttpMethod.Post, Address(IdOf(SentimentLabel.Negative, 4)), body, 400), StringComparison.Ordinal);

    [Fact]
    public async Task Correct_LongNoteOrLongBody_AnswersProblem()
    {
        var address = Address(IdOf(SentimentLabel.Negative, 4));
        Assert.Contains("500", await ProblemAsync(HttpMethod.Post, address, $"{{\"sentiment\":\"neutral\",\"note\":\"{new string('x', 501)}\"}}", 400), StringComparison.Ordinal);
        await ProblemAsync(HttpMethod.Post, address, $"{{\"sentiment\":\"neutral\",\"note\":\"{new string('x', 100_000)}\"}}", 400);
    }

    [Fact]
    public async Task Correct_UnknownBrandOrMention_Answers404()
    {
        const string Body = """{"sentiment":"neutral"}""";
        await ProblemAsync(HttpMethod.Post, "api/brands/nobody/mentions/x:1/sentiment", Body, 404);
        await ProblemAsync(HttpMethod.Delete, "api/brands/nobody/mentions/x:1/sentiment", null, 404);
        Assert.Contains("platform:platformPostId", await ProblemAsync(HttpMethod.Post, Address("x:nothing/there"), Body, 404), StringComparison.Ordinal);
        await ProblemAsync(HttpMethod.Delete, Address("x:none"), null, 404);
        await ProblemAsync(HttpMethod.Get, "api/brands/nobody/corrections", null, 404);
    }

    [Fact]
    public async Task Correct_AnotherRevision_Answers409AndChangesNothing()
    {
        var id = IdOf(SentimentLabel.Neutral, 0);
        var before = await CountsAsync();

        Assert.Contains("revision is 1", await ProblemAsync(HttpMethod.Post, Address(id), """{"sentiment":"negative","revision":7}""", 409), StringComparison.Ordinal);

        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Correct_WithoutItsKey_Answers401()
    {
        using var post = await api.SendAsync(HttpMethod.Post, Address("x:1"), """{"sentiment":"neutral"}""", key: null);
        using var delete = await api.SendAsync(HttpMethod.Delete, Address("x:1"), key: "wrong");
        Assert.Equal((401, 401), ((int)post.StatusCode, (int)delete.StatusCode));
    }

    private static string Address(string mentionId) => $"api/brands/{Brand}/mentions/{Uri.EscapeDataString(mentionId)}/sentiment";

    private string IdOf(SentimentLabel scored, int place) =>
        api.Stored.Mentions.Where(mention => mention.BrandId == Brand && mention.Score.Sentiment == scored).ElementAt(place).Mention.Id;

    private async Task<(int Negative, int Neutral, int Positive)> CountsAsync()
    {
        var counts = (await api.JsonAsync($"api/brands/{Brand}?{Day}")).GetProperty("mentions");
        return (counts.GetProperty("negative").GetInt32(), counts.GetProperty("neutral").GetInt32(), counts.GetProperty("positive").GetInt32());
    }

    private async Task<JsonElement> JsonAsync(HttpMethod method, string mentionId, string? body = null)
    {
        using var response = await api.SendAsync(method, Address(mentionId), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<string> ProblemAsync(HttpMethod method, string address, string? body, int expected)
    {
        using var response = await api.SendAsync(method, address, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == expected, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!;
    }
}

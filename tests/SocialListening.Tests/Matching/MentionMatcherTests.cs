using System.Diagnostics;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class MentionMatcherTests
{
    [Theory]
    [InlineData("lang:fr", "fr-CA", true)]
    [InlineData("lang:fr-ca", "FR-ca", true)]
    [InlineData("lang:fr-ca", "fr", false)]
    [InlineData("lang:fr", "frr", false)]
    [InlineData("lang:fr", null, false)]
    public void Match_Language_FollowsTheTag(string query, string? language, bool expected) =>
        Assert.Equal(expected, Matches(query, Posts.Of("", language: language)));

    [Theory]
    [InlineData("author:lea", "Léa", null, true)]
    [InlineData("author:@lea", "lea@mamot.example", null, true)]
    [InlineData("author:lea", "lea.bsky.social", null, true)]
    [InlineData("author:lea", "leandre", null, false)]
    [InlineData("author:did:plc:abc", null, "did:plc:ABC", true)]
    public void Match_Author_IsHandleOrId(string query, string? handle, string? id, bool expected) =>
        Assert.Equal(expected, Matches(query, Posts.Of("", handle: handle, authorId: id)));

    [Theory]
    [InlineData("site:lemonde.example", "https://www.lemonde.example/a", true)]
    [InlineData("site:lemonde.example", "https://notlemonde.example/a", false)]
    [InlineData("site:lemonde.example", "https://x.example/lemonde.example", false)]
    [InlineData("site:café.example", "https://xn--caf-dma.example/", true)]
    [InlineData("site:café.example", "https://www.café.example/", true)]
    [InlineData("site:lemonde.example", "", false)]
    public void Match_Site_IsTheHostOfThePermalink(string query, string permalink, bool expected) =>
        Assert.Equal(expected, Matches(query, Posts.Of("", permalink: permalink)));

    [Fact]
    public void Match_Platform_IsExact()
    {
        Assert.True(Matches("platform:x", Posts.Of("", platform: "x")));
        Assert.False(Matches("platform:x", Posts.Of("", platform: "mastodon")));
    }

    [Theory]
    [InlineData("\"a b\" NEAR/0 b", "a b b", true)]
    [InlineData("\"a b\" NEAR/0 b", "a b", false)]
    [InlineData("a NEAR/0 a", "a x a", false)]
    [InlineData("a NEAR/1 a", "a x a", true)]
    [InlineData("a NEAR/1 b", "b x x a x b", true)]
    public void Match_Near_CountsTheWordsBetween(string query, string text, bool expected) => Assert.Equal(expected, Matches(query, Posts.Of(text)));

    [Fact]
    public void Match_HandleOrLinkBetweenTheWords_BreaksAPhrase()
    {
        Assert.False(Matches("\"boreal cafe\"", Posts.Of("Boréal @x Café")));
        Assert.False(Matches("\"boreal cafe\"", Posts.Of("Boréal https://a.example Café")));
        Assert.True(Matches("\"boreal cafe\"", Posts.Of("Boréal, #Café")));
    }

    [Fact]
    public void Match_SeveralBrands_GivesTheirIdsInOrder()
    {
        MentionMatcher matcher = new([Brand("b", "cafe"), Brand("c", "the"), Brand("a", "café OR thé")]);
        Assert.Equal(["a", "b"], matcher.Match(Posts.Of("un café")));
        Assert.Equal(["a", "c"], matcher.Match(Posts.Of("un thé")));
        Assert.Empty(matcher.Match(Posts.Of("un chocolat")));
    }

    [Fact]
    public void Constructor_BrokenQuery_NamesTheBrandAndTheColumn()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new MentionMatcher([Brand("boreal", "café (")]));
        Assert.Contains("'boreal'", error.Message, StringComparison.Ordinal);
        Assert.Contains("column 7", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Match_HostileText_TakesLinearTime(string name, string text)
    {
        MentionMatcher matcher = new([Brand("a", "a NEAR/3 b"), Brand("b", "\"a a a a b\" OR aa* OR #aa* OR @a OR カ OR site:a.example"), Brand("c", "\"カ カ\" -x")]);
        matcher.Match(Posts.Of("a b"));
        Stopwatch watch = Stopwatch.StartNew();
        matcher.Match(Posts.Of(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{name}: {watch.Elapsed}");
    }

    public static TheoryData<string, string> HostileTexts()
    {
        TheoryData<string, string> texts = [];
        texts.Add("marks", "e" + Repeat("\u0301\u0316"));
        texts.Add("marks of another script", "\u0915" + Repeat("\u0301\u0316"));
        texts.Add("a a a", Repeat("a "));
        texts.Add("no spaces", Repeat("カ"));
        texts.Add("hashes", Repeat("#"));
        texts.Add("tags", Repeat("#a_"));
        texts.Add("handles", Repeat("@a.-"));
        texts.Add("links", Repeat("https://a@"));
        texts.Add("half surrogates", Repeat("\uD800"));
        texts.Add("hangul", Repeat("\u1112\u1161\u11AB"));
        texts.Add("ligature", Repeat("\uFDFA"));
        return texts;

        static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
    }

    private static bool Matches(string query, Mention post) => BrandQuery.Parse(query).Query!.IsMatch(post);

    private static Brand Brand(string id, string query) => new() { Id = id, Name = id, Query = query };
}

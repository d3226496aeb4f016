using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("Café", "cafe")]
    [InlineData("a b OR c", "(a b) OR c")]
    [InlineData("a AND (b OR c)", "a (b OR c)")]
    [InlineData("a -b", "a NOT b")]
    [InlineData("a -(b OR \"c d\")", "a NOT (b OR \"c d\")")]
    [InlineData("« Solidarité Atlas » OR “Boréal”", "\"solidarite atlas\" OR boreal")]
    [InlineData("l'Atlas*", "l'atlas*")]
    [InlineData("\"or\" and", "\"or\" \"and\"")]
    [InlineData("a NEAR/5 \"b c\"", "a NEAR/5 \"b c\"")]
    [InlineData("LANG:FR-ca Author:@Léa site:Example.ORG platform:X", "lang:fr-ca author:lea site:example.org platform:x")]
    [InlineData("#Solidarité_Atlas @A@B.example", "#solidariteatlas @a@b.example")]
    public void Parse_ValidQuery_PrintsItsNormalForm(string query, string expected)
    {
        QueryParseResult result = BrandQuery.Parse(query);
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Query!.ToString());
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("a OR", 5, "too early")]
    [InlineData("OR a", 1, "OR needs a term")]
    [InlineData("a (b", 5, "the ( at column 3 is never closed")]
    [InlineData("a ) b", 3, "closes nothing")]
    [InlineData("()", 2, "nothing stands before")]
    [InlineData("a \"b", 3, "quote is never closed")]
    [InlineData("a --", 4, "no letter or digit")]
    [InlineData("b a*c", 4, "* stands inside")]
    [InlineData("a*", 1, "too short")]
    [InlineData("a NEAR b", 3, "gives no distance")]
    [InlineData("a NEAR/51 b", 3, "gives no distance")]
    [InlineData("a NEAR/3 lang:fr", 10, "NEAR cannot take this")]
    [InlineData("(a b) NEAR/3 c", 1, "NEAR cannot take this")]
    [InlineData("a NEAR/1 b NEAR/1 c", 12, "two terms, not three")]
    [InlineData("a langue:fr", 3, "no field 'langue'")]
    [InlineData("a lang:français", 8, "no value of lang:")]
    [InlineData("platform:myspace", 10, "no value of platform:")]
    [InlineData("site:not_a_host!", 6, "no value of site:")]
    [InlineData("x #a-b", 3, "is no hashtag")]
    [InlineData("x @", 3, "is no handle")]
    public void Parse_BrokenQuery_PointsAtTheColumn(string query, int column, string message)
    {
        QueryError? error = BrandQuery.Parse(query).Error;
        Assert.NotNull(error);
        Assert.Equal(column, error.Column);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Expected);
    }

    [Fact]
    public void ToCaret_ShortQuery_StandsBelowTheColumn()
    {
        string[] lines = BrandQuery.Parse("atlas langue:fr").Error!.ToCaret("atlas langue:fr").Split('\n');
        Assert.Equal("atlas langue:fr", lines[0]);
        Assert.Equal("      ^", lines[1]);
    }

    [Fact]
    public void ToCaret_LongQuery_ShowsTheSurroundings()
    {
        string query = string.Join(' ', Enumerable.Repeat("atlas", 150)) + " langue:fr";
        QueryError error = BrandQuery.Parse(query).Error!;
        string[] lines = error.ToCaret(query).Split('\n');
        Assert.True(lines[0].Length <= 120);
        Assert.Equal("langue", lines[0].Substring(lines[1].Length - 1, 6));
    }

    [Fact]
    public void Parse_AtEachLimit_IsReadAndBeyondItIsNot()
    {
        Assert.True(BrandQuery.Parse(Nested(BrandQuery.MaxDepth - 1)).IsValid);
        Assert.Contains("nested", BrandQuery.Parse(Nested(BrandQuery.MaxDepth)).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("nested", BrandQuery.Parse(new string('-', 4000) + "a").Error!.Message, StringComparison.Ordinal);
        Assert.True(BrandQuery.Parse(Terms(BrandQuery.MaxTerms)).IsValid);
        Assert.Contains("too many", BrandQuery.Parse(Terms(BrandQuery.MaxTerms + 1)).Error!.Message, StringComparison.Ordinal);
        Assert.True(BrandQuery.Parse(new string('a', BrandQuery.MaxLength)).IsValid);
        Assert.Equal(BrandQuery.MaxLength + 1, BrandQuery.Parse(new string('a', BrandQuery.MaxLength + 1)).Error!.Column);

        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);
        static string Terms(int count) => string.Join(" OR ", Enumerable.Range(0, count).Select(i => $"t{i}"));
    }

    [Theory]
    [InlineData("-atlas", true)]
    [InlineData("a OR -b", true)]
    [InlineData("cafe -atlas", false)]
    [InlineData("lang:fr", false)]
    [InlineData("-(-a)", false)]
    public void MatchesAnything_TellsQueriesThatAskForNothing(string query, bool expected) =>
        Assert.Equal(expected, BrandQuery.Parse(query).Query!.MatchesAnything);
}

using System.Text;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class QueryPropertyTests
{
    private const int Rounds = 3000;

    [Fact]
    public void Print_ThenParse_GivesAnEqualQuery()
    {
        QuerySamples samples = new(1);
        for (int i = 0; i < Rounds; i++)
        {
            QueryNode node = samples.Node();
            string printed = QueryPrinter.Print(node);
            QueryParseResult again = BrandQuery.Parse(printed);
            Assert.True(again.IsValid, $"{printed}: {again.Error}");
            Assert.Equal(node, again.Query.Root);
        }
    }

    [Fact]
    public void Match_CaseAccentsAndNormalisationForm_ChangeNothing()
    {
        QuerySamples samples = new(2);
        int matched = 0;
        for (int i = 0; i < Rounds; i++)
        {
            BrandQuery query = new(samples.Node());
            Mention post = samples.Post();
            bool expected = query.IsMatch(post);
            matched += expected ? 1 : 0;
            foreach (string variant in Variants(post.Text))
            {
                Assert.True(expected == query.IsMatch(post with { Text = variant }), $"{query} on {variant}");
            }
        }

        Assert.InRange(matched, Rounds / 10, Rounds * 9 / 10);
    }

    [Fact]
    public void Match_NotAndOr_FollowBooleanLaws()
    {
        QuerySamples samples = new(3);
        for (int i = 0; i < Rounds; i++)
        {
            (QueryNode a, QueryNode b, Mention post) = (samples.Node(2), samples.Node(2), samples.Post());
            bool isA = Holds(a, post);
            bool isB = Holds(b, post);
            Assert.Equal(!isA, Holds(new NotNode(a), post));
            Assert.Equal(isA && isB, Holds(new AndNode(new([a, b])), post));
            Assert.Equal(isA || isB, Holds(new OrNode(new([a, b])), post));
            Assert.Equal(Holds(new NotNode(new AndNode(new([a, b]))), post), Holds(new OrNode(new([new NotNode(a), new NotNode(b)])), post));
        }
    }

    [Fact]
    public void Match_ManyBrandsAtOnce_EqualsOneByOne()
    {
        QuerySamples samples = new(4);
        KeyValuePair<string, BrandQuery>[] queries = Enumerable.Range(0, 60).Select(i => new KeyValuePair<string, BrandQuery>($"b{i:00}", new(samples.Node()))).ToArray();
        MentionMatcher all = new(queries);
        for (int i = 0; i < 500; i++)
        {
            Mention post = samples.Post();
            Assert.Equal(queries.Where(q => q.Value.IsMatch(post)).Select(q => q.Key), all.Match(post));
        }
    }

    [Fact]
    public void Match_FromManyThreads_EqualsOneThread()
    {
        QuerySamples samples = new(5);
        MentionMatcher matcher = new(Enumerable.Range(0, 20).Select(i => new KeyValuePair<string, BrandQuery>($"b{i:00}", new(samples.Node()))).ToArray());
        Mention[] posts = Enumerable.Range(0, 2000).Select(_ => samples.Post()).ToArray();
        string[] expected = posts.Select(p => string.Join(',', matcher.Match(p))).ToArray();
        string[] actual = posts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(p => string.Join(',', matcher.Match(p))).ToArray();
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Weaken_AnyQueryOnAnyPlatform_NeverExcludesAMatch()
    {
        QuerySamples samples = new(6);
        int narrowed = 0;
        for (int i = 0; i < Rounds; i++)
        {
            QueryNode node = samples.Node();
            Mention post = samples.Post();
            foreach (string platform in (string[])["x", "reddit", "youtube", "mastodon", "bluesky", "hackernews"])
            {
                Mention there = post with { Platform = platform };
                QueryNode weak = new QueryApproximation(platform, PlatformSyntax.Of(platform)!).Weaken(node);
                bool found = Holds(weak, there);
                narrowed += found ? 0 : 1;
                Assert.True(found || !Holds(node, there), $"{platform}: {QueryPrinter.Print(node)} on {there.Text}");
            }
        }

        Assert.True(narrowed > Rounds, "the weakened queries should exclude something");
    }

    private static bool Holds(QueryNode node, Mention post) => new BrandQuery(node).IsMatch(post);

    private static IEnumerable<string> Variants(string text)
    {
        yield return text.ToUpperInvariant();
        yield return text.Normalize(NormalizationForm.FormD);
        yield return text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKD);
        yield return text.Replace("é", "e", StringComparison.Ordinal).Replace('’', '\'');
        yield return string.Concat(text.Select(c => char.IsLetter(c) ? $"{c}\u200B" : c.ToString()));
    }
}

using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Scoring.Cascade;

public sealed class TextWeightTests
{
    [Theory]
    [InlineData(1f, 0f, 0f, 0.0)]
    [InlineData(0.5f, 0.5f, 0f, 1.0)]
    [InlineData(0.5f, 0.25f, 0.25f, 0.75)]
    [InlineData(0.1f, 0.2f, 0.7f, 0.5)]
    public void Uncertainty_ByTheLead_IsOneOnATieAndZeroWhenCertain(float negative, float neutral, float positive, double expected) =>
        Assert.Equal(expected, TextWeight.Uncertainty(negative, neutral, positive), 5);

    [Fact]
    public void Weight_AnyMention_IsFromZeroToOne()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            Assert.InRange(TextWeight.Of(Random(random), random.Next(2) == 0), 0, 1);
        }
    }

    [Fact]
    public void Importance_MoreReachBlameOrAlert_IsNeverLess()
    {
        var random = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            var scored = Random(random);
            var here = TextWeight.Importance(scored, false);
            var followed = scored with { Mention = scored.Mention with { AuthorFollowers = (scored.Mention.AuthorFollowers ?? 0) + random.Next(100_000) } };
            var toxic = scored with { Score = scored.Score with { Toxicity = Math.Min(1, (scored.Score.Toxicity ?? 0) + 0.1f) } };
            Assert.True(TextWeight.Importance(followed, false) >= here);
            Assert.True(TextWeight.Importance(toxic, false) >= here);
            Assert.True(TextWeight.Importance(scored, true) > here || here == 1);
        }
    }

    [Fact]
    public void Weight_UnsureBlameOfAFollowedAuthor_OutweighsUnsureSmallTalk()
    {
        var blame = Scored(0.5f, 0.4f, 0.1f, followers: 50_000);
        var talk = Scored(0.05f, 0.5f, 0.45f, followers: 20);

        Assert.True(TextWeight.Of(blame, false) > 2 * TextWeight.Of(talk, false));
        Assert.True(TextWeight.Of(talk, false) > 0.15, "A toss-up between neutral and praise passes the default threshold on a quiet day.");
        Assert.True(TextWeight.Of(Scored(0.02f, 0.9f, 0.08f, followers: 20), false) < 0.15, "A sure answer of nobody's does not.");
    }

    private static ScoredMention Scored(float negative, float neutral, float positive, long followers) => new(
        "atlas", Samples.Mention() with { AuthorFollowers = followers }, new MentionScore("fr", SentimentLabel.Neutral, negative, neutral, positive, "embedded/1"), Samples.Noon, "atlas/x");

    private static ScoredMention Random(Random random)
    {
        double a = random.NextDouble(), b = random.NextDouble(), c = random.NextDouble();
        var scored = Scored((float)(a / (a + b + c)), (float)(b / (a + b + c)), (float)(c / (a + b + c)), random.Next(0, 3) == 0 ? 0 : random.NextInt64(0, 1L << random.Next(1, 40)));
        return scored with
        {
            Mention = scored.Mention with { Reposts = random.Next(0, 2) == 0 ? null : random.Next(), Views = random.Next(0, 2) == 0 ? null : random.NextInt64() },
            Score = scored.Score with { Toxicity = random.Next(0, 2) == 0 ? null : random.NextSingle() },
        };
    }
}

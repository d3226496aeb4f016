using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Platforms.Replay;

namespace SocialListening.Tests.Replay;

public sealed class ReplayTimelineTests
{
    private static readonly ReplayTimeline Timeline = new();
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static IEnumerable<Mention> All => Timeline.BrandIds.SelectMany(Timeline.Mentions);

    private static Mention[] Ngo => Timeline.Mentions("solidarite-atlas").ToArray();

    [Fact]
    public void Timeline_HasEnoughDistinctTextsAndMentions()
    {
        Assert.True(All.Select(m => m.Text).Distinct().Count() >= 2500);
        Assert.InRange(Timeline.Count, 9_000, 14_000);
        Assert.Equal(Timeline.Count, All.Select(m => m.Id).Distinct().Count());
        Assert.True(All.Select(m => m.Platform).Distinct().Count() >= 10);
        Assert.Equal(Enum.GetValues<MentionKind>(), All.Select(m => m.Kind).Distinct().Order());
    }

    [Fact]
    public void Timeline_OriginalTexts_AreUsedOnceOutsideOfRepostsAndCopies()
    {
        ReplayEvent burst = Timeline.Events.Single(e => e.Kind == ReplayEventKind.CopyPaste);
        string[] doubled = All.Where(m => m.Kind is not (MentionKind.Repost or MentionKind.Quote) && !(m.CreatedAtUtc >= burst.From && m.CreatedAtUtc < burst.To))
            .GroupBy(m => m.Text).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        Assert.Empty(doubled);
    }

    [Fact]
    public void Timeline_EveryMention_LiesInsideAndIsWhole()
    {
        Assert.All(All, m =>
        {
            Assert.InRange(m.CreatedAtUtc, Timeline.Start, Timeline.End.AddTicks(-1));
            Assert.True(PlatformNames.Known.Contains(m.Platform) && m.Platform != PlatformNames.Replay);
            Assert.StartsWith("https://example.invalid/", m.Permalink, StringComparison.Ordinal);
            Assert.InRange(m.PlatformPostId.Length, 1, 512);
            Assert.NotEmpty(m.Text);
            Assert.NotEqual(m.PlatformPostId, m.ParentId);
        });
        Dictionary<string, Mention> byPost = All.ToDictionary(m => m.Platform + m.PlatformPostId);
        Mention[] reposts = All.Where(m => m.Kind == MentionKind.Repost).ToArray();
        Assert.NotEmpty(reposts);
        Assert.All(reposts, r =>
        {
            Mention original = byPost[r.Platform + r.ParentId];
            Assert.Equal(original.Text, r.Text);
            Assert.True(original.CreatedAtUtc <= r.CreatedAtUtc);
        });
    }

    [Fact]
    public void Timeline_NearlyAllMentions_MatchTheDemonstrationBrands()
    {
        MentionMatcher matcher = new(BrandCatalog.Load("", new BrandQueryChecker()));
        foreach (string brand in Timeline.BrandIds)
        {
            Mention[] mentions = Timeline.Mentions(brand).ToArray();
            int matched = mentions.Count(m => matcher.Match(m).Contains(brand));
            Assert.True(matched >= mentions.Length * 0.9, $"{brand}: {matched} of {mentions.Length}");
        }
    }

    [Fact]
    public void Timeline_QuietWeek_FollowsTheHoursOfParis()
    {
        ReplayEvent quiet = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Quiet);
        double[] byHour = new double[24];
        foreach (Mention mention in Ngo.Where(m => m.CreatedAtUtc < quiet.To && Local(m).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        {
            byHour[Local(mention).Hour] += 1 / 5.0;
        }

        Assert.InRange(byHour[9..21].Average(), 6, 15);
        Assert.True(byHour[2..5].Average() < 1.5);
        Assert.True(byHour[18..21].Average() > byHour[6]);
        double weekday = Ngo.Count(m => Local(m).Day is >= 17 and <= 19) / 3.0;
        double saturday = Ngo.Count(m => Local(m).Day == 21);
        Assert.InRange(saturday / weekday, 0.5, 0.9);
    }

    [Fact]
    public void Timeline_Crisis_RisesToThirtyTimesAndFallsWithin72Hours()
    {
        ReplayEvent complaint = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Complaint);
        ReplayEvent decline = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Decline);
        Assert.Equal(TimeSpan.FromHours(72), decline.To - complaint.From);
        int[] hours = Enumerable.Range(0, 72).Select(h => Count(complaint.From.AddHours(h), complaint.From.AddHours(h + 1))).ToArray();
        ReplayEvent peak = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Peak);
        int top = Array.IndexOf(hours, hours.Max());
        Assert.InRange(complaint.From.AddHours(top), peak.From, peak.To);
        Assert.InRange(hours.Max() / 10.0, 25, 40);
        Assert.True(hours[..3].Average() < 40);
        Assert.True(hours[3..25].Average() > 2 * hours[..3].Average());
        Assert.True(hours[66..].Average() < hours.Max() / 8.0);
        Mention first = Ngo.First(m => m.CreatedAtUtc >= complaint.From && m.AuthorHandle == "benevole-valclair.bsky.social");
        Assert.Equal(("bluesky", MentionKind.Post), (first.Platform, first.Kind));
        ReplayEvent answer = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Answer);
        Assert.Contains(Ngo, m => m.AuthorHandle == "solidariteatlas" && m.CreatedAtUtc >= answer.From && m.CreatedAtUtc < answer.To);

        int Count(DateTimeOffset from, DateTimeOffset to) => Ngo.Count(m => m.CreatedAtUtc >= from && m.CreatedAtUtc < to);
    }

    [Fact]
    public void Timeline_CopyPasteBurst_HasFewAuthorsAndManyPosts()
    {
        ReplayEvent burst = Timeline.Events.Single(e => e.Kind == ReplayEventKind.CopyPaste);
        Mention[] posts = Ngo.Where(m => m.CreatedAtUtc >= burst.From && m.CreatedAtUtc < burst.To && m.AuthorDisplayName == "Réveil Citoyen").ToArray();
        Assert.InRange(posts.Length, 120, 400);
        Assert.True(posts.Select(m => (m.Platform, m.AuthorId)).Distinct().Count() <= 40);
        Assert.True(posts.Select(m => m.Text).Distinct().Count() <= 60);
    }

    [Fact]
    public void Timeline_Viral_LiftsTheCafeOnADayOutsideOfTheCrisis()
    {
        ReplayEvent viral = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Viral);
        ReplayEvent decline = Timeline.Events.Single(e => e.Kind == ReplayEventKind.Decline);
        Assert.True(viral.From > decline.To);
        Mention[] cafe = Timeline.Mentions("boreal-cafe").ToArray();
        int there = cafe.Count(m => m.CreatedAtUtc >= viral.From && m.CreatedAtUtc < viral.To);
        int weekBefore = cafe.Count(m => m.CreatedAtUtc >= viral.From.AddDays(-7) && m.CreatedAtUtc < viral.To.AddDays(-7));
        Assert.True(there > 5 * weekBefore);
    }

    [Fact]
    public void Rhythm_AcrossTheDstChange_StaysOnTheLocalClock()
    {
        Assert.Equal(TimeSpan.FromHours(1), Paris.GetUtcOffset(Timeline.Start));
        Assert.Equal(TimeSpan.FromHours(2), Paris.GetUtcOffset(Timeline.End));
        DateTimeOffset before = new(2026, 3, 22, 18, 0, 0, TimeSpan.Zero);
        DateTimeOffset after = new(2026, 3, 29, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(ReplayScript.Rhythm(before), ReplayScript.Rhythm(after));
        Assert.NotEqual(ReplayScript.Rhythm(before), ReplayScript.Rhythm(after.AddHours(1).AddHours(3)));
    }

    [Fact]
    public void Timeline_BuiltAgain_IsTheSameToTheLastByte()
    {
        Stopwatch watch = Stopwatch.StartNew();
        ReplayTimeline again = new();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
        Assert.Equal(Digest(Timeline), Digest(again));
        Assert.Equal("a9ab07df0053207a", Digest(Timeline)[..16]);
    }

    private static DateTimeOffset Local(Mention mention) => TimeZoneInfo.ConvertTime(mention.CreatedAtUtc, Paris);

    /// <summary>A hash over everything that a mention says. It changes with the script, the seed or a text, which is then to be meant.</summary>
    private static string Digest(ReplayTimeline timeline)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string brand in timeline.BrandIds)
        {
            foreach (Mention m in timeline.Mentions(brand))
            {
                string line = string.Create(CultureInfo.InvariantCulture, $"{m.Id}|{m.AuthorId}|{m.AuthorHandle}|{m.AuthorFollowers}|{m.CreatedAtUtc.UtcTicks}|{m.Kind}|{m.ParentId}|{m.ConversationId}|{m.Likes}|{m.Replies}|{m.Reposts}|{m.Quotes}|{m.Views}|{m.Language}|{m.Text}\n");
                hash.AppendData(Encoding.UTF8.GetBytes(line));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

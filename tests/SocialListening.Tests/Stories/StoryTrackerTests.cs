using System.Text.Json.Nodes;
using SocialListening.Contracts;
using SocialListening.Scoring.Phrases;
using SocialListening.Stories;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Scoring;

namespace SocialListening.Tests.Stories;

public sealed class StoryTrackerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly OwnNames Brand = new(["Transval"]);

    private static readonly string[] Derailment =
    [
        "Un train de marchandises Transval a déraillé près de Dijon",
        "Freight train derailed outside Dijon overnight",
        "Dijon : douze wagons de fret couchés après le déraillement",
        "L'accident du convoi de fret coupe la ligne de Dijon jusqu'à jeudi",
    ];

    private static readonly string[] Strike =
    [
        "Grève des conducteurs Transval à Rennes ce lundi",
        "Rennes : les conducteurs débrayent, aucun train ce matin",
        "Train drivers in Rennes walked out this Monday",
    ];

    [Fact]
    public void Add_OneEventInOtherWordsAndLanguages_IsOneStory()
    {
        var tracker = Grouped(Derailment, Strike);

        var stories = tracker.Stories();

        Assert.Equal([4, 3], stories.Select(story => story.Posts));
        Assert.Equal(tracker.StoryOf("0-0"), tracker.StoryOf("0-1"));
        Assert.NotEqual(tracker.StoryOf("0-0"), tracker.StoryOf("1-0"));
    }

    [Fact]
    public void Add_SameTradeOtherEvent_StaysApart()
    {
        string[] other =
        [
            "Préavis de grève nationale le 12 décembre contre la réforme des retraites",
            "12 décembre : quatre syndicats appellent à l'arrêt de travail pour les retraites",
            "All unions call a strike on 12 December against the pension reform",
        ];

        var tracker = Grouped(Strike, other);

        Assert.Equal([3, 3], tracker.Stories().Select(story => story.Posts));
        Assert.NotEqual(tracker.StoryOf("0-0"), tracker.StoryOf("1-0"));
    }

    [Fact]
    public void Add_CopiesOfOnePost_CountAsPostsButAsOneWording()
    {
        var tracker = new StoryTracker(Brand);
        for (var i = 0; i < 50; i++)
        {
            tracker.Add(Post($"copy{i}", Derailment[0], i));
        }

        var story = Assert.Single(tracker.Stories(leastWordings: 1));

        Assert.Equal((50, 1, 50), (story.Posts, story.Wordings, story.Authors));
        Assert.Equal(["copy0"], story.Central);
        Assert.Empty(tracker.Stories());
    }

    [Fact]
    public void Add_AnswerToAPostOfAStory_JoinsItWhateverItSays()
    {
        var tracker = Grouped(Derailment);
        tracker.Add(Post("answer", "Quelle tristesse", 60) with { ParentId = "0-2" });

        Assert.Equal(tracker.StoryOf("0-2"), tracker.StoryOf("answer"));
    }

    [Fact]
    public void Add_SamePage_JoinsWhateverItSays()
    {
        var tracker = new StoryTracker(Brand);
        tracker.Add(Post("a", "À lire absolument https://www.gazette.example/articles/panne-geante?utm_source=x", 0));
        tracker.Add(Post("b", "Incredible https://gazette.example/articles/panne-geante", 5));
        tracker.Consolidate();

        Assert.Equal(tracker.StoryOf("a"), tracker.StoryOf("b"));
    }

    [Fact]
    public void Add_SamePostAgain_ChangesNothing()
    {
        var once = Grouped(Derailment, Strike);
        var twice = Grouped(Derailment, Strike);
        twice.Add(Post("0-1", Derailment[1], 15));

        Assert.Equal(once.Save(), twice.Save());
    }

    [Fact]
    public void Stories_Described_HaveTonePlatformsAndPace()
    {
        var tracker = new StoryTracker(Brand);
        for (var i = 0; i < Derailment.Length; i++)
        {
            tracker.Add(Post($"p{i}", Derailment[i], 10 * i) with { Sentiment = SentimentLabel.Negative, Platform = i == 0 ? "x" : "mastodon", Reach = 5 });
        }

        tracker.Consolidate();
        var story = Assert.Single(tracker.Stories());

        Assert.Equal((4, 0, 0), (story.Negative, story.Neutral, story.Positive));
        Assert.Equal(3, story.Platforms["mastodon"]);
        Assert.Equal(20, story.Reach);
        Assert.Equal((Noon, Noon.AddMinutes(30)), (story.FirstSeenUtc, story.LastSeenUtc));
        Assert.Equal(8, story.PerHour);
    }

    [Fact]
    public void Save_AndLoadBetweenAnyTwoPosts_GivesTheSameStories()
    {
        var random = new Random(5);
        var posts = Enumerable.Range(0, 120).Select(i => Post($"r{i}", $"{Derailment[i % 4]} {RandomText.Next(random, 8)} {Strike[random.Next(3)]}", i)).ToArray();
        var whole = new StoryTracker(Brand);
        var restarted = new StoryTracker(Brand);
        foreach (var post in posts)
        {
            whole.Add(post);
            restarted.Add(post);
            restarted = StoryTracker.Load(restarted.Save(), Brand);
        }

        whole.Consolidate();
        restarted.Consolidate();

        Assert.Equal(whole.Save(), restarted.Save());
    }

    // Begins, counts, answers and learns, but compares nothing: likeness has logarithms, whose last bit differs between machines.
    [Fact]
    public void Save_Written_HasTheRecordedBytes()
    {
        var tracker = new StoryTracker(Brand);
        tracker.Add(Post("a", Derailment[0], 0) with { Language = "fr", Sentiment = SentimentLabel.Negative, Reach = 7 });
        tracker.Add(Post("b", Derailment[0], 3) with { Platform = "x" });
        tracker.Add(Post("c", "Quelle tristesse", 5) with { ParentId = "a" });
        tracker.Add(Post("d", "80 000 signatures https://gazette.example/p #Rennes", 61) with { Language = "fr", Sentiment = SentimentLabel.Positive });
        var state = tracker.Save();

        GoldenFile.AssertEqual("story-tracker.json", new JsonObject { ["bytes"] = state.Length, ["state"] = Convert.ToBase64String(state) }.ToJsonString());
        var recorded = JsonNode.Parse(GoldenFile.Read("story-tracker.json"))!["state"]!.GetValue<string>();
        Assert.Equal(tracker.Stories(1).Select(story => (story.Id, story.Posts, story.Reach)), StoryTracker.Load(Convert.FromBase64String(recorded), Brand).Stories(1).Select(story => (story.Id, story.Posts, story.Reach)));
    }

    [Fact]
    public void Load_StateOfAnotherFormat_SaysSo()
    {
        var state = Grouped(Derailment).Save();
        state[0] = 1;

        Assert.Throws<InvalidDataException>(() => StoryTracker.Load(state, Brand));
    }

    [Fact]
    public void Consolidate_PostsThatShareNothing_MeetInTheStoryThatBothAreLike()
    {
        var tracker = Grouped(
        [
            "Listeria : Grandval rappelle son reblochon, lot 4417",
            "Reblochon lot 4417, ne le mangez pas",
            "Ma mère a mangé du reblochon de Grandval",
            "Listeria suspectée : le lot 4417 part au laboratoire",
        ]);

        Assert.Equal(tracker.StoryOf("0-2"), tracker.StoryOf("0-3"));
    }

    [Fact]
    public void Consolidate_SameWordsDaysApart_StayApart()
    {
        var tracker = new StoryTracker(Brand);
        tracker.Add(Post("a", "Grève des conducteurs à Rennes ce lundi", 0));
        tracker.Add(Post("b", "Rennes : les conducteurs débrayent encore", 6 * 24 * 60));
        tracker.Consolidate();

        Assert.NotEqual(tracker.StoryOf("a"), tracker.StoryOf("b"));
    }

    [Fact]
    public void Consolidate_Again_ChangesNothing()
    {
        var tracker = Grouped(Derailment, Strike);
        var once = tracker.Stories(1).Select(story => (story.Id, story.Posts)).ToArray();

        tracker.Consolidate();

        Assert.Equal(once, tracker.Stories(1).Select(story => (story.Id, story.Posts)));
    }

    [Fact]
    public void Load_DamagedBytes_SaysSo()
    {
        var state = Grouped(Derailment, Strike).Save();
        for (var length = 0; length < state.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => StoryTracker.Load(state.AsMemory(0, length), Brand));
        }
    }

    [Fact]
    public void Add_AnyTexts_PutsEachPostIntoOneStory()
    {
        var random = new Random(11);
        var tracker = new StoryTracker(Brand);
        for (var i = 0; i < 2_000; i++)
        {
            tracker.Add(Post($"r{i}", RandomText.Next(random, i % 40), i));
        }

        tracker.Consolidate();
        var stories = tracker.Stories(leastWordings: 0);

        Assert.InRange(stories.Count, 1, StoryTracker.MaxStories);
        Assert.True(stories.Sum(story => story.Posts) <= 2_000);
        Assert.Equal(stories.Count, stories.Select(story => story.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀")]
    [InlineData("\uD83D")]
    [InlineData("القطار القطار القطار")]
    public void Add_TextThatSaysLittle_IsAlone(string text)
    {
        var tracker = Grouped(Derailment);
        tracker.Add(Post("odd", text, 90));

        Assert.NotEqual(tracker.StoryOf("0-0"), tracker.StoryOf("odd"));
    }

    [Fact]
    public void Add_MoreStoriesThanFit_LetsSinglePostsGoFirst()
    {
        var tracker = Grouped(Derailment);
        for (var i = 0; i < StoryTracker.MaxStories + 50; i++)
        {
            tracker.Add(Post($"s{i}", $"sujet{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))} isolé", 100 + i));
        }

        Assert.Equal(4, tracker.Stories().Max(story => story.Wordings));
        Assert.InRange(tracker.Stories(1).Count, 1, StoryTracker.MaxStories);
    }

    private static StoryTracker Grouped(params string[][] stories)
    {
        var tracker = new StoryTracker(Brand);
        for (var i = 0; i < stories.Length; i++)
        {
            for (var j = 0; j < stories[i].Length; j++)
            {
                tracker.Add(Post($"{i}-{j}", stories[i][j], 15 * j));
            }
        }

        tracker.Consolidate();
        return tracker;
    }

    private static StoryPost Post(string id, string text, int minute) => new()
    {
        Id = id,
        Text = text,
        Language = "und",
        Platform = "mastodon",
        AuthorId = id,
        CreatedAtUtc = Noon.AddMinutes(minute),
        Sentiment = SentimentLabel.Neutral,
    };
}

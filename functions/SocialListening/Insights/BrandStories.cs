using SocialListening.Contracts;
using SocialListening.Scoring.Phrases;
using SocialListening.Storage;
using SocialListening.Stories;

namespace SocialListening.Insights;

/// <summary>Tells what happened around a brand, from its stored mentions: the same mentions give the same stories.</summary>
public sealed class BrandStories(IMentionReader mentions, IRollupReader rollups)
{
    /// <summary>Mentions that are grouped at most.</summary>
    public const int MaxMentions = 5_000;

    private const int MaxTitle = 140;
    private const int MaxPhrases = 5;

    private readonly MentionWindow _window = new(mentions, rollups);

    /// <summary>Groups the mentions of a window.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="from">Start, inclusive.</param>
    /// <param name="to">End, exclusive, after <paramref name="from"/>.</param>
    /// <param name="limit">The most stories, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<StoryReport> GroupAsync(Brand brand, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brand);
        var sample = await _window.ReadAsync(brand.Id, from, to, MaxMentions, cancellationToken).ConfigureAwait(false);
        var own = new OwnNames([brand.Name, brand.Id]);
        var tracker = new StoryTracker(own);
        var inOrder = sample.Mentions.OrderBy(scored => scored.Mention.CreatedAtUtc).ThenBy(scored => scored.Mention.Id, StringComparer.Ordinal).ToArray();
        foreach (var scored in inOrder)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tracker.Add(StoryPost.Of(scored));
        }

        tracker.Consolidate();
        var stories = tracker.Stories();
        var shown = stories.Take(limit).ToArray();
        var posts = inOrder.ToLookup(scored => tracker.StoryOf(scored.Mention.Id), StringComparer.Ordinal);
        return new StoryReport
        {
            BrandId = brand.Id,
            From = from,
            To = to,
            Mentions = sample.Total,
            MentionsRead = inOrder.Length,
            Count = stories.Count,
            Alone = inOrder.Length - stories.Sum(story => story.Posts),
            Stories = [.. shown.Select(story => Describe(story, [.. posts[story.Id]], own))],
        };
    }

    private static StoryEntry Describe(Story story, ScoredMention[] posts, OwnNames own) => new()
    {
        Id = story.Id,
        Title = TitleOf(posts.FirstOrDefault(scored => scored.Mention.Id == story.Central[0])?.Mention.Text ?? string.Empty),
        Phrases = [.. TermComparison.Compare([.. posts.Select(TermPost.Of)], [], own, MaxPhrases).Top.Select(term => term.Text)],
        Posts = story.Posts,
        Wordings = story.Wordings,
        Authors = story.Authors,
        Negative = story.Negative,
        Neutral = story.Neutral,
        Positive = story.Positive,
        Platforms = story.Platforms,
        Languages = story.Languages,
        FirstSeenUtc = story.FirstSeenUtc,
        LastSeenUtc = story.LastSeenUtc,
        PerHour = story.PerHour,
        Reach = story.Reach,
        Central = story.Central,
    };

    // A cut between the halves of a sign would leave half a sign.
    private static string TitleOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxTitle)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[MaxTitle - 2]) ? MaxTitle - 2 : MaxTitle - 1;
        return line[..end] + "…";
    }
}

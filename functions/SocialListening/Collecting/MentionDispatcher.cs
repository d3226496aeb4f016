using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Collecting;

/// <summary>Matches mentions with brands, removes author identities where the brand does not keep them and personal data in texts, and queues the rest packed.</summary>
public sealed partial class MentionDispatcher(
    IBrandCatalog catalog,
    IBrandMatching matching,
    IAuthorPrivacy privacy,
    ITextPrivacy textPrivacy,
    MentionPacker packer,
    ILogger<MentionDispatcher> logger)
{
    /// <summary>
    /// What is kept of a text that does not compress into a message of its own, in characters. Matching saw all of it; a text that
    /// long and that random is no prose.
    /// </summary>
    private const int LongestLoneText = 6_000;

    /// <summary>Announces a poll, so that others share their messages with it.</summary>
    /// <returns>To be disposed once it dispatches no more.</returns>
    public IDisposable Announce() => packer.Announce();

    /// <summary>Queues the mentions that match a brand. The poll must be announced.</summary>
    /// <param name="source">The source that found them.</param>
    /// <param name="mentions">The mentions as collected.</param>
    /// <param name="collectedAtUtc">When they were read.</param>
    /// <param name="cancellationToken">Cancels the call; a part may have been queued.</param>
    /// <returns>How many mentions were queued.</returns>
    public async Task<int> DispatchAsync(SourceQuery source, IReadOnlyList<Mention> mentions, DateTimeOffset collectedAtUtc, CancellationToken cancellationToken)
    {
        // The brands of now, and the same ones for all that happens to these mentions.
        var brands = catalog.Current;
        var matchers = matching.Of(brands);
        var matched = new List<MatchedMention>(mentions.Count);
        foreach (var mention in mentions)
        {
            AddMatched(mention, brands, matchers, matched);
        }

        if (matched.Count == 0)
        {
            return 0;
        }

        var batch = new MentionBatch { SourceId = source.Id, CollectedAtUtc = collectedAtUtc, Masked = true, Mentions = matched };
        await packer.SendAsync(batch, Pack, cancellationToken).ConfigureAwait(false);
        return matched.Count;
    }

    private List<string> Pack(MentionBatch batch)
    {
        var tooLarge = new List<MatchedMention>();
        var messages = MentionBatchCodec.Pack(batch, tooLarge.Add).ToList();
        if (tooLarge.Count > 0)
        {
            messages.AddRange(MentionBatchCodec.Pack(batch with { Mentions = [.. tooLarge.Select(Shorten)] }));
        }

        return messages;
    }

    private MatchedMention Shorten(MatchedMention matched)
    {
        var text = matched.Mention.Text;
        Log.Shortened(logger, matched.Mention.Id, text.Length, LongestLoneText);
        var end = char.IsHighSurrogate(text[LongestLoneText - 1]) ? LongestLoneText - 1 : LongestLoneText;
        return matched with { Mention = matched.Mention with { Text = text[..end] } };
    }

    // Matching sees what the author wrote; everything behind it sees the masked text.
    private void AddMatched(Mention mention, BrandSnapshot brands, BrandMatchers matchers, List<MatchedMention> matched)
    {
        var brandIds = matchers.Brands.Match(mention);
        if (brandIds.Count == 0)
        {
            return;
        }

        // Before identities and personal data go: a query may ask for an author.
        var matchedTopics = matchers.Topics.Match(mention, brandIds);
        var text = textPrivacy.Mask(mention.Text);
        mention = ReferenceEquals(text, mention.Text) ? mention : mention with { Text = text };
        var keeping = brandIds.Where(id => brands.Brands[id].KeepAuthorIdentity).ToArray();
        if (keeping.Length > 0)
        {
            matched.Add(Matched(mention, keeping, matchedTopics));
        }

        if (keeping.Length < brandIds.Count)
        {
            matched.Add(Matched(privacy.Pseudonymize(mention), [.. brandIds.Except(keeping)], matchedTopics));
        }
    }

    private static MatchedMention Matched(Mention mention, IReadOnlyList<string> brandIds, IReadOnlyList<string> topics) =>
        new(mention, brandIds) { Topics = [.. topics.Where(key => brandIds.Any(brandId => TopicKey.IsOf(key, brandId)))] };

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Warning, "Mention {MentionId} does not fit into a queue message: its {Length} characters were cut to {Kept}")]
        public static partial void Shortened(ILogger logger, string mentionId, int length, int kept);
    }
}

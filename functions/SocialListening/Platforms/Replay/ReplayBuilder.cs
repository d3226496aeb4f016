using SocialListening.Contracts;

namespace SocialListening.Platforms.Replay;

/// <summary>Makes the posts of one brand from the script and the texts.</summary>
internal sealed class ReplayBuilder
{
    private const int RecentThreads = 60;
    private const int MaxDelaySeconds = 120;

    private static readonly string[] LeadsFrench = ["À lire : ", "Voilà. ", "Sans commentaire. ", "Je partage : ", "Lisez ça. ", "↓ ", "Merci de faire tourner. ", "Tout est dit : "];
    private static readonly string[] LeadsEnglish = ["This. ", "Read this: ", "No comment. ", "Sharing: ", "Please pass on. ", "↓ ", "All said: "];

    private readonly string _brandId;
    private readonly ReplayCast _cast;
    private readonly ReplayRandom _random;
    private readonly List<ReplayPost> _posts = [];
    private readonly Dictionary<string, List<Mention>> _threads = new(StringComparer.Ordinal);
    private readonly List<Mention> _passedOn = [];
    private int _number;

    private ReplayBuilder(string brandId)
    {
        ulong seed = ReplayCast.Hash(brandId);
        (_brandId, _cast, _random) = (brandId, new ReplayCast(seed), new ReplayRandom(seed ^ 0x5EED));
        _number = brandId == ReplayScript.Ngo ? 0 : 1_000_000;
    }

    /// <summary>Gives a brand's posts, by time of creation.</summary>
    public static ReplayPost[] Build(string brandId)
    {
        ReplayBuilder builder = new(brandId);
        foreach ((DateTimeOffset at, Slot slot) in builder.Slots())
        {
            builder.Fill(at, slot);
        }

        return builder._posts.OrderBy(p => p.Mention.CreatedAtUtc).ThenBy(p => p.Mention.Id, StringComparer.Ordinal).ToArray();
    }

    /// <summary>Every moment at which something is posted, with its own text or <see langword="null"/> for one passed on.</summary>
    private List<(DateTimeOffset At, Slot Slot)> Slots()
    {
        List<(DateTimeOffset At, Slot Slot)> slots = [];
        foreach (ReplayPhase phase in ReplayScript.Phases.Where(p => p.BrandId == _brandId))
        {
            IReadOnlyList<ReplayText> texts = ReplayText.Load(phase.Texts);
            if (texts.Count == 0)
            {
                continue;
            }

            DateTimeOffset[] times = Times(phase, texts.Count);
            int[] originals = _random.Shuffle(Enumerable.Range(1, times.Length - 1)).Take(texts.Count - 1).Append(0).Order().ToArray();
            ReplayText[] ordered = phase.InOrder ? texts.ToArray() : _random.Shuffle(texts);
            Queue<ReplayText> next = new(ordered);
            HashSet<int> own = [.. originals];
            slots.AddRange(times.Select((at, i) => (at, new Slot(phase, own.Contains(i) ? next.Dequeue() : null, texts))));
        }

        return slots.OrderBy(s => s.At).ToList();
    }

    private DateTimeOffset[] Times(ReplayPhase phase, int least)
    {
        List<DateTimeOffset> times = [];
        for (DateTimeOffset hour = phase.From; hour < phase.To; hour = hour.AddHours(1))
        {
            double seconds = Math.Min(3600, (phase.To - hour).TotalSeconds);
            int count = _random.Count(phase.Rate(hour.AddSeconds(seconds / 2)) * seconds / 3600);
            for (int i = 0; i < count; i++)
            {
                times.Add(hour.AddSeconds((int)(_random.NextUnit() * seconds)));
            }
        }

        double whole = (phase.To - phase.From).TotalSeconds;
        while (times.Count < least)
        {
            times.Add(phase.From.AddSeconds((int)(_random.NextUnit() * whole)));
        }

        return times.Order().ToArray();
    }

    private void Fill(DateTimeOffset at, Slot slot)
    {
        if (slot.Text is { } text)
        {
            Original(at, slot, text);
        }
        else if (slot.Phase.CopyPaste)
        {
            Original(at, slot, slot.Texts[_random.Next(slot.Texts.Count)]);
        }
        else if (_passedOn.Count > 0)
        {
            PassOn(at);
        }
    }

    private void Original(DateTimeOffset at, Slot slot, ReplayText text)
    {
        ReplayAuthor author = Author(slot, text);
        string id = ReplayPostIds.Of(text.Platform, text.Kind, _number++, at, author);
        (string? parent, string conversation) = text.Kind is MentionKind.Post or MentionKind.Review ? (null, id) : Thread(text, at);
        Mention mention = Make(text.Platform, id, author, at, text.Kind, text.Text, text.Language) with { ParentId = parent, ConversationId = conversation };
        Add(mention);
        if (text.Kind is MentionKind.Post or MentionKind.Review or MentionKind.Quote)
        {
            Threads(text.Platform).Add(mention);
            if (!slot.Phase.CopyPaste && text.Platform is "x" or "bluesky" or "mastodon" or "facebook")
            {
                _passedOn.Add(mention);
            }
        }
    }

    private void PassOn(DateTimeOffset at)
    {
        Mention original = Recent(_passedOn);
        ReplayAuthor author = _cast.Pick(original.Platform, _random);
        bool quote = _random.Chance(0.12);
        string[] leads = original.Language is "en" or "nl" ? LeadsEnglish : LeadsFrench;
        string text = quote ? leads[_random.Next(leads.Length)] + original.Text : original.Text;
        MentionKind kind = quote ? MentionKind.Quote : MentionKind.Repost;
        string id = ReplayPostIds.Of(original.Platform, kind, _number++, at, author);
        Add(Make(original.Platform, id, author, at, kind, text, original.Language) with
        {
            ParentId = original.PlatformPostId,
            ConversationId = quote ? id : original.ConversationId,
        });
    }

    private Mention Make(string platform, string id, ReplayAuthor author, DateTimeOffset at, MentionKind kind, string text, string? language)
    {
        bool counts = platform is not "rss" && kind != MentionKind.Repost;
        long reach = author.Followers ?? 200;
        return new Mention
        {
            Platform = platform,
            PlatformPostId = id,
            Permalink = ReplayPostIds.Permalink(platform, id),
            AuthorId = author.Id,
            AuthorHandle = author.Handle,
            AuthorDisplayName = author.Name,
            AuthorFollowers = author.Followers,
            Text = text,
            Language = platform is "x" or "bluesky" or "mastodon" or "rss" or "youtube" ? language : null,
            CreatedAtUtc = at,
            Kind = kind,
            Likes = counts ? Math.Min(reach, _random.HeavyTail(0.6, 20_000)) : null,
            Replies = counts ? _random.HeavyTail(0.3, 2_000) : null,
            Reposts = counts && platform is "x" or "bluesky" or "mastodon" or "facebook" or "tiktok" ? _random.HeavyTail(0.2, 5_000) : null,
            Quotes = counts && platform is "x" or "bluesky" ? _random.HeavyTail(0.1, 500) : null,
            Views = counts && platform is "x" or "youtube" or "tiktok" ? _random.HeavyTail(20, 2_000_000) : null,
            MediaTypes = text.Contains("https://", StringComparison.Ordinal) ? ["link"] : platform switch { "tiktok" or "youtube" when kind == MentionKind.Post => ["video"], "instagram" when kind == MentionKind.Post => ["image"], _ => [] },
        };
    }

    private ReplayAuthor Author(Slot slot, ReplayText text)
    {
        if (slot.Phase.CopyPaste)
        {
            return _cast.PickBot(text.Platform, _random);
        }

        // The volunteer's thread and the NGO's statement each come from one account.
        if (slot.Phase.Texts == "ngo-complaint" && text is { Platform: "bluesky", Language: "fr" })
        {
            return _cast.Named(text.Platform, "benevole-valclair", "Une bénévole de Val-Clair", 214);
        }

        bool statement = slot.Phase.Texts == "ngo-answer" && text.Text.EndsWith("Solidarité Atlas", StringComparison.Ordinal)
            && (text.Text.StartsWith("Communiqué", StringComparison.Ordinal) || (text.Text.Length > 3 && text.Text[1] == '/'));
        return statement ? _cast.Named(text.Platform, "solidariteatlas", "Solidarité Atlas", 48_200) : _cast.Pick(text.Platform, _random);
    }

    /// <summary>The thread that an answer joins: a recent one, or one that lies outside of what is collected.</summary>
    private (string Parent, string Conversation) Thread(ReplayText text, DateTimeOffset at)
    {
        List<Mention> threads = Threads(text.Platform);
        if (threads.Count == 0)
        {
            string outside = ReplayPostIds.Of(text.Platform, MentionKind.Post, _number++, at, _cast.Pick(text.Platform, _random));
            return (outside, outside);
        }

        Mention parent = Recent(threads);
        return (parent.PlatformPostId, text.Kind == MentionKind.Quote ? parent.PlatformPostId : parent.ConversationId ?? parent.PlatformPostId);
    }

    private List<Mention> Threads(string platform)
    {
        if (!_threads.TryGetValue(platform, out List<Mention>? threads))
        {
            _threads.Add(platform, threads = []);
        }

        return threads;
    }

    private Mention Recent(List<Mention> mentions)
    {
        double u = _random.NextUnit();
        return mentions[^(1 + (int)(u * u * Math.Min(mentions.Count, RecentThreads)))];
    }

    private void Add(Mention mention) =>
        _posts.Add(new ReplayPost(mention, mention.CreatedAtUtc.AddSeconds(_random.Next(MaxDelaySeconds))));

    private sealed record Slot(ReplayPhase Phase, ReplayText? Text, IReadOnlyList<ReplayText> Texts);
}

using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Queues;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>
/// What a storm sends: posts of three days that match one or two brands, some of them sent again, in the order in which polls
/// bring them. No text holds a word of a brand's names, so that each has the same tone for every brand.
/// </summary>
internal sealed class StormPosts
{
    /// <summary>Start of the first day.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 30, 0, 0, 0, TimeSpan.Zero);

    private const int Days = 3;
    private static readonly string[] Platforms = [PlatformNames.Bluesky, PlatformNames.Mastodon, PlatformNames.HackerNews, "reddit", PlatformNames.Rss];
    private static readonly string[] Words = ["lent", "parfait", "froid", "super", "cher", "correct", "terrible", "merci"];

    // Each platform of each brand is a source, and each message is of one source.
    private const int Sources = 15;

    private readonly int _distinct;
    private readonly int[][] _messages;

    /// <summary>Makes the posts; the same ones for the same numbers.</summary>
    /// <param name="sent">How many are sent.</param>
    /// <param name="doubles">The share of them that repeat another.</param>
    /// <param name="messages">In how many messages, about.</param>
    /// <param name="random">Chooses what is repeated, and where.</param>
    public StormPosts(int sent, double doubles, int messages, Random random)
    {
        _distinct = (int)(sent * (1 - doubles));
        var inMessage = Math.Max(1, sent / messages);
        _messages = [.. Enumerable.Range(0, _distinct).Concat(Enumerable.Range(0, sent - _distinct).Select(_ => random.Next(_distinct)))
            .Select(number => (Number: number, At: number + (random.NextDouble() * inMessage * 5 * Sources)))
            .OrderBy(post => post.At).GroupBy(post => post.Number % Sources)
            .SelectMany(source => source.Chunk(inMessage))
            .OrderBy(message => message[^1].At).Select(message => message.Select(post => post.Number).ToArray())];
    }

    /// <summary>The brands.</summary>
    public static IReadOnlyList<string> Brands { get; } = ["calm", "storm", "wind"];

    /// <summary>Each post once.</summary>
    public IEnumerable<MatchedMention> Distinct => Enumerable.Range(0, _distinct).Select(Post);

    /// <summary>The messages, in wire form. A post that is sent again is a later reading of it.</summary>
    public IEnumerable<string> Messages() => _messages.SelectMany((numbers, index) => MentionBatchCodec.Pack(new MentionBatch
    {
        SourceId = $"{Brands[numbers[0] % Brands.Count]}/{Platforms[numbers[0] % Platforms.Length]}",
        CollectedAtUtc = Start.AddDays(Days + 1).AddSeconds(index),
        Masked = true,
        Mentions = [.. numbers.Select(Post)],
    })).Select(QueueText.Encode);

    private MatchedMention Post(int number)
    {
        var mention = new Mention
        {
            Platform = Platforms[number % Platforms.Length],
            PlatformPostId = number.ToString(CultureInfo.InvariantCulture),
            Permalink = $"https://social.example/{number}",
            Text = $"Le repas était {Words[number % Words.Length]} ce matin, le numéro {number % 7}.",
            CreatedAtUtc = Start.AddSeconds(Math.Floor(number * (Days * 86_400.0 / _distinct))),
            Likes = number % 4,
        };
        string[] brands = number % 30 == 0 ? [Brands[0], Brands[1]] : [Brands[number % Brands.Count]];
        return new MatchedMention(mention, brands);
    }
}

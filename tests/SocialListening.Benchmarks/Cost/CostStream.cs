using System.Globalization;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;
using SocialListening.Platforms;
using SocialListening.Platforms.Replay;

namespace SocialListening.Benchmarks.Cost;

/// <summary>
/// A platform over the texts of the bundled replay: each poll of each source brings the same number of posts, all new, made in
/// the time since the poll before.
/// </summary>
internal sealed class CostStream : IPlatformConnector
{
    public const string PlatformName = "stream";
    public const int SourcesPerBrand = 3;
    private const int PageSize = 100;

    // As a quick platform answers; polls that run at the same time overlap, as they do over a network.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly Mention[][] _templates;
    private readonly TimeSpan _cadence;
    private readonly int _perPoll;

    public CostStream(ReplayTimeline timeline, int sources, TimeSpan cadence, int perPoll, TimeProvider time)
    {
        (_time, _cadence, _perPoll, Start) = (time, cadence, perPoll, timeline.Start);
        var demo = BrandCatalog.Load(string.Empty, new BrandQueryChecker()).OrderBy(brand => brand.Id, StringComparer.Ordinal).ToArray();
        var matcher = new MentionMatcher(demo);
        _templates = [.. demo.Select(brand => timeline.Mentions(brand.Id).Where(mention => matcher.Match(mention) is [var only] && only == brand.Id).ToArray())];
        var count = (sources + SourcesPerBrand - 1) / SourcesPerBrand;
        Brands = [.. Enumerable.Range(0, count).Select(number => Copy(demo[number % demo.Length], number, Math.Min(SourcesPerBrand, sources - (number * SourcesPerBrand))))];
    }

    public DateTimeOffset Start { get; }

    /// <summary>Whether polls bring nothing.</summary>
    public bool Silent { get; set; }

    /// <summary>The brands: copies of the demonstration's, each found only by its own sources.</summary>
    public IReadOnlyList<Brand> Brands { get; }

    public string Platform => PlatformName;

    public TimeSpan Overlap => TimeSpan.Zero;

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(AnswerTime, TimeProvider.System, cancellationToken);
        var source = int.Parse(request.Source.Terms!, CultureInfo.InvariantCulture);
        var poll = (long)((_time.GetUtcNow() - Start) / _cadence);
        var row = Silent ? -1 : request.PageToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : _perPoll - 1;
        var mentions = new List<Mention>(PageSize);
        for (; row >= 0 && mentions.Count < PageSize; row--)
        {
            mentions.Add(Make(poll, source, row));
        }

        return new FetchPage { Mentions = mentions, NextPageToken = row < 0 ? null : row.ToString(CultureInfo.InvariantCulture) };
    }

    private Mention Make(long poll, int source, int row)
    {
        var templates = _templates[source / SourcesPerBrand % _templates.Length];
        var template = templates[(int)(((poll * 7919) + (source * 104_729) + (row * 31L)) % templates.Length)];
        var id = string.Create(CultureInfo.InvariantCulture, $"{poll}-{source}-{row}");
        return template with
        {
            PlatformPostId = id,
            Permalink = ReplayPostIds.Permalink(template.Platform, id),
            CreatedAtUtc = Start + (_cadence * (poll - 1)) + ((_cadence - TimeSpan.FromSeconds(2)) * row / _perPoll) + TimeSpan.FromSeconds(1),
        };
    }

    private Brand Copy(Brand brand, int number, int sources) => brand with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{brand.Id}-{number}"),
        Sources = [.. Enumerable.Range(number * SourcesPerBrand, sources).Select(source => new SourceQuery
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{brand.Id}-{number}/stream-{source}"),
            BrandId = string.Create(CultureInfo.InvariantCulture, $"{brand.Id}-{number}"),
            Platform = PlatformName,
            Terms = source.ToString(CultureInfo.InvariantCulture),
            Cadence = _cadence,
            InitialLookback = _cadence,
            MaxPagesPerPoll = 100,
        })],
    };
}

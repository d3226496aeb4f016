using SocialListening.Contracts;
using SocialListening.Platforms;

namespace SocialListening.Collecting;

/// <summary>
/// One run over a source: first the gap that an earlier run left, then what is new. Works out what to ask next, what to keep,
/// and what the source's state is afterwards; does no input or output itself.
/// </summary>
internal sealed class CollectRun
{
    private readonly RecentIdSet _recent;
    private readonly TimeSpan _overlap;
    private readonly List<string> _skipped = [];
    private Segment _segment;
    private string? _pageToken;
    private string? _memo;
    private bool _finished;
    private bool _inconclusive;
    private DateTimeOffset? _watermark;
    private DateTimeOffset? _newest;
    private DateTimeOffset? _oldest;
    private DateTimeOffset? _notBefore;
    private CollectionGap? _gap;

    public CollectRun(SourceQuery source, Brand brand, SourceState state, DateTimeOffset started, TimeSpan overlap)
    {
        Source = source;
        Brand = brand;
        State = state;
        Started = started;
        _overlap = overlap;
        _recent = new RecentIdSet(state.RecentIds);
        _watermark = state.Watermark;
        _memo = state.Memo;
        _gap = state.Gap;
        _segment = FirstSegment();
        _pageToken = _gap?.PageToken;
    }

    public SourceQuery Source { get; }

    public Brand Brand { get; }

    public SourceState State { get; }

    public DateTimeOffset Started { get; }

    public FetchFailure? Failure { get; private set; }

    public int Pages { get; private set; }

    public int Read { get; private set; }

    public int Queued { get; set; }

    public IReadOnlyList<string> SkippedItems => _skipped;

    /// <summary>The next page to ask for, or null when the run is over.</summary>
    public FetchRequest? NextRequest() => _finished || Failure is not null || Pages >= Source.MaxPagesPerPoll
        ? null
        : new FetchRequest
        {
            Source = Source,
            Brand = Brand,
            Since = _segment.Since,
            Until = _segment.Until,
            PageToken = _pageToken,
            Memo = _memo,
        };

    /// <summary>Takes a page in; gives the mentions that are new.</summary>
    public IEnumerable<Mention> Accept(FetchPage page)
    {
        Pages++;
        Read += page.Mentions.Count;
        _skipped.AddRange(page.SkippedItems);
        _notBefore = page.NotBefore ?? _notBefore;
        _inconclusive |= !page.Conclusive;
        var fresh = new List<Mention>();
        var tooOld = 0;
        foreach (var mention in page.Mentions)
        {
            var created = mention.CreatedAtUtc > Started ? Started : mention.CreatedAtUtc;
            if (created < _segment.Since)
            {
                tooOld++;
                continue;
            }

            _newest = _newest is { } newest && newest > created ? newest : created;
            _oldest = _oldest is { } oldest && oldest < created ? oldest : created;
            if (_recent.Add(mention.Id, created))
            {
                fresh.Add(created == mention.CreatedAtUtc ? mention : mention with { CreatedAtUtc = created });
            }
        }

        _pageToken = page.NextPageToken;
        if (!page.NewestFirst)
        {
            // Old to new: what is read is behind us for good.
            _memo = page.Memo ?? _memo;
            _watermark = Later(_watermark, _newest);
            _finished = _pageToken is null;
            return fresh;
        }

        // A quarter of the page below the window, not one item: platforms slip single old posts in between.
        var reachedEnd = _pageToken is null || (tooOld > 0 && tooOld * 4 >= page.Mentions.Count);
        if (reachedEnd)
        {
            EndSegment(page.Memo);
        }
        else if (Pages >= Source.MaxPagesPerPoll)
        {
            LeaveGap();
        }

        return fresh;
    }

    /// <summary>Notes a failure; what was read before it stays unread for the watermark.</summary>
    public void Fail(FetchFailure failure)
    {
        Failure = failure;
        if (Pages > 0 && !_finished && _oldest is not null && _pageToken is not null)
        {
            LeaveGap();
        }
    }

    /// <summary>Starts the segment anew from its first page, since the page token is no longer valid.</summary>
    public void Restart()
    {
        _pageToken = null;
        if (_gap is not null)
        {
            _gap = _gap with { PageToken = null, Until = null };
            _segment = FirstSegment();
        }
    }

    public CoverageRecord Coverage(DateTimeOffset now) => new()
    {
        BrandId = Source.BrandId,
        SourceId = Source.Id,
        From = Earlier(CoveredFrom, Started),
        To = Started,
        Complete = IsWhole,
        Reason = Failure?.Message
            ?? (_inconclusive ? "The platform's answer was empty in a way that may hide an outage." : null)
            ?? (IsWhole ? null : "The page budget was spent; the next poll goes on."),
        Mentions = Queued,
        PolledAtUtc = now,
    };

    /// <summary>Whether the stored state is still the one that this run began with, apart from its due time.</summary>
    public bool IsSameRun(SourceState? current) =>
        current?.Watermark == State.Watermark
        && current?.CoveredUntil == State.CoveredUntil
        && current?.Gap == State.Gap
        && current?.ConsecutiveFailures == State.ConsecutiveFailures;

    /// <summary>The source's state after this run.</summary>
    public SourceState Result(SourceState current, DateTimeOffset now, CollectingOptions options)
    {
        var failures = Failure is null ? 0 : current.ConsecutiveFailures + 1;
        return current with
        {
            Watermark = _watermark,
            Gap = _gap,
            Memo = _memo,
            RecentIds = _recent.Save((_watermark ?? _segment.Since) - _overlap) ?? (Failure is null ? null : current.RecentIds),
            CoveredUntil = IsWhole ? Started : current.CoveredUntil,
            NextDueAtUtc = NextDue(current, now, failures, options),
            LastSuccessAtUtc = Failure is null ? now : current.LastSuccessAtUtc,
            LastFailureAtUtc = Failure is null ? current.LastFailureAtUtc : now,
            LastError = Failure?.Message,
            LastFailureClass = Failure?.Class,
            ConsecutiveFailures = failures,
            LastMentions = Failure is null ? Queued : current.LastMentions,
        };
    }

    private bool IsWhole => _finished && Failure is null && _gap is null && !_inconclusive;

    private DateTimeOffset CoveredFrom => State.CoveredUntil ?? (Started - Source.InitialLookback);

    private DateTimeOffset? NextDue(SourceState current, DateTimeOffset now, int failures, CollectingOptions options) => Failure?.Class switch
    {
        null when !_finished => now,
        null => _notBefore is { } wish && (current.NextDueAtUtc is not { } due || due < wish) ? wish : current.NextDueAtUtc,
        FailureClass.Throttle => Failure.RetryAt is { } at && at > now ? at : now + PollSchedule.Backoff(options.FailureBackoff, options.MaxFailureBackoff, failures),
        FailureClass.Transient => Later(Failure.RetryAt, now + PollSchedule.Backoff(options.FailureBackoff, options.MaxFailureBackoff, failures)),
        _ => now + options.PermanentFailureRetry,
    };

    // Without a token the gap goes on by time, a second above the oldest post, since others may bear the same time.
    private Segment FirstSegment() => _gap switch
    {
        null => FreshSegment(),
        { PageToken: not null } gap => new Segment(gap.From, gap.Until),
        { } gap => new Segment(gap.From, gap.To + TimeSpan.FromSeconds(1)),
    };

    private Segment FreshSegment() => new((_watermark ?? (Started - Source.InitialLookback)) - (_watermark is null ? TimeSpan.Zero : _overlap), null);

    private void EndSegment(string? memo)
    {
        _pageToken = null;
        if (_gap is { } closed)
        {
            _watermark = Later(_watermark, closed.NewestSeen);
            _gap = null;
            _segment = FreshSegment();
            _newest = _oldest = null;
            return;
        }

        _memo = memo ?? _memo;
        if (!_inconclusive)
        {
            _watermark = Later(_watermark, _newest);
        }

        _finished = true;
    }

    private void LeaveGap()
    {
        if (_oldest is not { } oldest)
        {
            return;
        }

        var newestSeen = _gap?.NewestSeen ?? _newest ?? oldest;
        _gap = new CollectionGap(_segment.Since, oldest, newestSeen, _pageToken, _segment.Until);
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private readonly record struct Segment(DateTimeOffset Since, DateTimeOffset? Until);
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Privacy;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

public sealed class SqliteRetentionTests : RetentionSuite
{
    [Fact]
    public async Task Run_MoreThanAStep_RemovesAllOfIt()
    {
        await Backend.Mentions.StoreAsync("cafe", [.. Enumerable.Range(0, RetentionRun.Step + 5).Select(i => Mention($"{i}", Clock.GetUtcNow(), collected: Clock.GetUtcNow()))], default);
        Clock.Advance(TimeSpan.FromDays(400));

        var first = await Backend.Retention.RemoveAsync(new RetentionCutoffs(Clock.GetUtcNow(), Clock.GetUtcNow(), Noon.AddYears(-9), Noon.AddYears(-9), Noon.AddYears(-9)), 3, default);
        var run = new RetentionRun(Backend.Retention, Options.Create(new RetentionOptions()), Clock, NullLogger<RetentionRun>.Instance);

        Assert.Equal(new RetentionOutcome(3, 0, 0, 0, 0), first);
        Assert.Equal(RetentionRun.Step + 2, (await run.RunAsync(default)).Mentions);
        Assert.Equal(default, await run.RunAsync(default));
    }

    [Fact]
    public async Task Run_LedgersPastTheirTime_AreEmptied()
    {
        var record = new ErasureRecord { Key = "post-1", Kind = ErasureKind.Post, Platform = "x", Reason = ErasureReason.Order, RequestedAtUtc = Noon, ExpiresAtUtc = Clock.GetUtcNow().AddDays(40) };
        await Backend.Erasures.TrySaveAsync(record, 0, default);
        await Backend.Ledger.TrySaveAsync([new(new LedgerEntry { Key = "old", ExpiresAtUtc = Clock.GetUtcNow().AddDays(40) }, 0)], default);
        var run = new RetentionRun(Backend.Retention, Options.Create(new RetentionOptions()), Clock, NullLogger<RetentionRun>.Instance);
        Assert.Equal(default, await run.RunAsync(default));

        Clock.Advance(TimeSpan.FromDays(41));

        Assert.Equal(2, (await run.RunAsync(default)).Entries);
        Assert.Empty(await Backend.Erasures.FindAsync(["post-1"], default));
    }

    [Fact]
    public async Task Buckets_WhoseMentionsAreStored_StayUntilThoseGo()
    {
        // A backfill reads today what was posted long ago.
        var posted = Clock.GetUtcNow() - TimeSpan.FromDays(2_000);
        await Backend.Mentions.StoreAsync("cafe", [Mention("1", posted, collected: Clock.GetUtcNow())], default);
        var run = new RetentionRun(Backend.Retention, Options.Create(new RetentionOptions()), Clock, NullLogger<RetentionRun>.Instance);

        Assert.Equal(default, await run.RunAsync(default));
        Clock.Advance(TimeSpan.FromDays(397));

        Assert.Equal(new RetentionOutcome(1, 1, 0, 0, 0), await run.RunAsync(default));
    }

    [Fact]
    public void Options_CountsKeptShorterThanMentions_AreRefused()
    {
        var refused = new RetentionOptionsValidator().Validate(null, new RetentionOptions { Mentions = TimeSpan.FromDays(800), Buckets = TimeSpan.FromDays(700) });

        Assert.Contains("Retention:Buckets (700 days)", refused.FailureMessage, StringComparison.Ordinal);
        Assert.True(new RetentionOptionsValidator().Validate(null, new RetentionOptions()).Succeeded);
    }

    private protected override IStorageBackend Open() => new SqliteBackend();
}

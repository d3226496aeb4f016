using System.Net;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>When transactions are tried again, and when they are not.</summary>
public sealed class CosmosTransactionTests : IDisposable
{
    private readonly DoubledCosmosBackend _backend = DoubledCosmosBackend.Open();

    [Fact]
    public async Task Store_ServiceThatNeverAnswers_GivesUpAfterAFewTransactions()
    {
        await _backend.Mentions.StoreAsync("cafe", [Mention("0")], default);
        _backend.Account.Faults = new FaultPlan(1).Add(new FaultRule { Kind = FaultKind.RetryWith, On = new HashSet<RequestKind> { RequestKind.Batch } });
        _backend.Account.Meter.Reset();

        await Assert.ThrowsAsync<CosmosStorageException>(() => _backend.Mentions.StoreAsync("cafe", [Mention("1")], default));

        _backend.Account.Faults.Clear();
        Assert.Equal(new StoreOutcome(1, 0, 0), await _backend.Mentions.StoreAsync("cafe", [Mention("1")], default));
        Assert.Equal(2, Assert.Single(await _backend.Rollups.ListAsync("cafe", Noon, Noon.AddHours(1), default)).Total);
    }

    [Fact]
    public async Task Unanswered_Attempts_AreCountedApartFromConflicts()
    {
        var attempts = 0;
        var unanswered = await CosmosRetry.Transactions.ExecuteAsync(
            _ => ValueTask.FromResult<CosmosAnswer?>(new CosmosAnswer(++attempts % 2 == 0 ? HttpStatusCode.PreconditionFailed : HttpStatusCode.RequestTimeout, RetryAfter: TimeSpan.Zero)),
            CancellationToken.None);

        Assert.Equal(HttpStatusCode.RequestTimeout, unanswered!.Value.Status);
        Assert.Equal((CosmosRetry.MostUnanswered * 2) - 1, attempts);
    }

    [Fact]
    public async Task Correct_PostWhoseCreationMovedOverMidnight_CorrectsBothPlaces()
    {
        await _backend.Mentions.StoreAsync("cafe", [Mention("1", sentiment: SentimentLabel.Positive)], default);
        await _backend.Mentions.StoreAsync("cafe", [Mention("1", Noon.AddDays(1), sentiment: SentimentLabel.Positive)], default);
        var correction = new SentimentCorrection(SentimentLabel.Negative, Noon.AddDays(2));

        var result = await _backend.Corrections.CorrectAsync("cafe", Mention("1").Mention.Id, correction, null, default);

        Assert.Equal(CorrectionOutcome.Changed, result.Outcome);
        var rollups = await _backend.Rollups.ListAsync("cafe", Noon.AddDays(-1), Noon.AddDays(3), default);
        Assert.Equal([(1, 0), (1, 0)], rollups.Select(rollup => (rollup.Negative, rollup.Positive)));
        Assert.Equal(CorrectionOutcome.Unchanged, (await _backend.Corrections.CorrectAsync("cafe", Mention("1").Mention.Id, correction, null, default)).Outcome);
        Assert.Equal(CorrectionOutcome.Unknown, (await _backend.Corrections.CorrectAsync("cafe", "bluesky:none", correction, null, default)).Outcome);
    }

    [Fact]
    public void Answer_OfARegionBehindItsSession_IsPassingAndNotMissing()
    {
        var behind = new CosmosAnswer(HttpStatusCode.NotFound, 1002);

        Assert.True(behind.Passing);
        Assert.False(new CosmosAnswer(HttpStatusCode.NotFound).Passing);
        Assert.Contains("tried again", CosmosStorageException.From("read", "mentions", behind).Message, StringComparison.Ordinal);
        Assert.Contains("Cosmos:CreateContainers", CosmosStorageException.From("read", "mentions", new CosmosAnswer(HttpStatusCode.NotFound)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _backend.Dispose();
}

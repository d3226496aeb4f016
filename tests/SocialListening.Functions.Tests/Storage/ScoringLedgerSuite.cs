using SocialListening.Contracts;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every scoring ledger keeps to, whatever its backend.</summary>
public abstract class ScoringLedgerSuite : StorageSuite
{
    [Fact]
    public async Task Find_UnknownKeys_GivesNothing() => Assert.Empty(await Backend.Ledger.FindAsync(["a", "b-_9"], default));

    [Fact]
    public async Task TrySave_NewEntries_GivesThemBackWhole()
    {
        var answered = Entry("answered") with
        {
            Answer = new LanguageAnswer
            {
                Language = "fr",
                Sentiment = SentimentLabel.Negative,
                Negative = 0.75f,
                Neutral = 0.25f,
                Positive = 0,
                ModelVersion = "2022-11-01",
                Truncated = true,
                Opinions = [new TargetOpinion("café 😀", 3, SentimentLabel.Positive, 0, 1)],
                KeyPhrases = ["café froid"],
            },
        };
        var claimed = Entry("claimed") with { Attempts = 2, AskedBy = "call-1", AskedUntilUtc = Noon.AddMinutes(10) };
        var refused = Entry("language-xx") with { Refusal = "The service does not know the language." };

        Assert.Equal([true, true, true], await Backend.Ledger.TrySaveAsync([new(answered, 0), new(claimed, 0), new(refused, 0)], default));
        Backend.Reopen();
        var found = await Backend.Ledger.FindAsync(["answered", "claimed", "language-xx", "other"], default);

        Assert.Equal(3, found.Count);
        Assert.Equal(claimed, found["claimed"].Value);
        Assert.Equal(refused, found["language-xx"].Value);
        Assert.Equal(answered.Answer.Opinions, found["answered"].Value!.Answer!.Opinions);
        Assert.Equal(answered.Answer.KeyPhrases, found["answered"].Value!.Answer!.KeyPhrases);
        Assert.Equal(
            answered.Answer with { Opinions = [], KeyPhrases = [] }, found["answered"].Value!.Answer! with { Opinions = answered.Answer.Opinions.Take(0).ToArray(), KeyPhrases = [] });
    }

    [Fact]
    public async Task TrySave_SomeOutdated_SavesTheOthers()
    {
        await Backend.Ledger.TrySaveAsync([new(Entry("a"), 0), new(Entry("b"), 0)], default);
        var read = await Backend.Ledger.FindAsync(["a", "b"], default);
        await Backend.Ledger.TrySaveAsync([new(Entry("a") with { Attempts = 1 }, read["a"].Version)], default);

        var saved = await Backend.Ledger.TrySaveAsync(
            [new(Entry("a") with { Attempts = 9 }, read["a"].Version), new(Entry("b") with { Attempts = 2 }, read["b"].Version), new(Entry("c"), 0), new(Entry("d"), 5)], default);

        Assert.Equal([false, true, true, false], saved);
        var found = await Backend.Ledger.FindAsync(["a", "b", "c", "d"], default);
        Assert.Equal([("a", 1), ("b", 2), ("c", 0)], found.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value.Value!.Attempts)));
    }

    [Fact]
    public async Task TrySave_RacingClaims_LetsExactlyOneThrough()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            Backend.Ledger.TrySaveAsync([new(Entry("a") with { AskedBy = $"call-{i}" }, 0)], default))));

        Assert.Single(saved, wins => wins[0]);
        Assert.Equal($"call-{Array.FindIndex(saved, wins => wins[0])}", (await Backend.Ledger.FindAsync(["a"], default))["a"].Value!.AskedBy);
    }

    [Fact]
    public async Task RemoveExpired_KeepsWhatHasNotServedItsTime()
    {
        await Backend.Ledger.TrySaveAsync([new(Entry("old") with { ExpiresAtUtc = Noon }, 0), new(Entry("young") with { ExpiresAtUtc = Noon.AddHours(1) }, 0)], default);

        await Backend.Ledger.RemoveExpiredAsync(Noon.AddMinutes(1), default);

        Assert.Contains("young", (await Backend.Ledger.FindAsync(["old", "young"], default)).Keys);
    }

    [Fact]
    public async Task Calls_BeyondTheLimit_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Backend.Ledger.FindAsync([.. Enumerable.Range(0, IScoringLedger.MaxEntries + 1).Select(i => $"k{i}")], default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Backend.Ledger.TrySaveAsync([.. Enumerable.Range(0, IScoringLedger.MaxEntries + 1).Select(i => new Versioned<LedgerEntry>(Entry($"k{i}"), 0))], default));
    }

    private static LedgerEntry Entry(string key) => new() { Key = key, ExpiresAtUtc = Noon.AddDays(30) };
}

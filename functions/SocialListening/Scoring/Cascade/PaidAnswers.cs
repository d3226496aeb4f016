using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Scoring.Cascade;

/// <summary>
/// Answers of the language service, each paid for once. Before a call its records are set aside in the budget and its texts are
/// claimed in the ledger; after it the answers go into the ledger first, then the budget is settled, and only then may scores
/// change. A text whose call died may have been billed without its answer being known: its records stay spent, and once the claim
/// has lapsed it is asked again, at most three times. So at most the ten texts of one call are billed again for each crash.
/// </summary>
internal sealed partial class PaidAnswers(
    ILanguageService service,
    IScoringLedger ledger,
    ScoringBudget budget,
    IOptions<CascadeOptions> options,
    TimeProvider time,
    ILogger<PaidAnswers> logger)
{
    /// <summary>The most texts in one call of the service.</summary>
    public const int TextsPerCall = 10;

    /// <summary>How long a call may take before its texts are free to be asked by another.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(10);

    private const int MaxAttempts = 3;

    /// <summary>Answers texts from the ledger, and from the service as far as weight, budget and the service allow.</summary>
    /// <param name="texts">The texts, each key once, any number.</param>
    /// <param name="cancellationToken">Cancels between and within calls; what is answered by then is kept.</param>
    /// <returns>The outcome of each text, by key.</returns>
    public async Task<IReadOnlyDictionary<string, TextOutcome>> GetAsync(IReadOnlyCollection<HardText> texts, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, TextOutcome>(StringComparer.Ordinal);
        var entries = await FindAsync(texts, cancellationToken).ConfigureAwait(false);
        var open = new List<HardText>();
        foreach (var text in texts)
        {
            if (Known(text, entries) is { } outcome)
            {
                outcomes[text.Key] = outcome;
            }
            else
            {
                open.Add(text);
            }
        }

        ListeningMetrics.LanguageTexts("ledger", outcomes.Values.Count(outcome => outcome.Answer is not null));
        await AskAsync([.. open.OrderByDescending(text => text.Weight).ThenBy(text => text.Key, StringComparer.Ordinal)], entries, outcomes, cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private async Task AskAsync(
        List<HardText> texts, Dictionary<string, Versioned<LedgerEntry>> entries, Dictionary<string, TextOutcome> outcomes, CancellationToken cancellationToken)
    {
        PendingReason? stop = null;
        foreach (var call in texts.Chunk(TextsPerCall))
        {
            var worthy = call;
            if (stop is null)
            {
                var status = await budget.StatusAsync(fresh: true, cancellationToken).ConfigureAwait(false);
                worthy = [.. call.Where(text => text.Weight >= status.Threshold)];
            }

            foreach (var text in call)
            {
                outcomes[text.Key] = new TextOutcome(null, stop ?? PendingReason.Budget);
            }

            if (stop is null && worthy.Length > 0)
            {
                stop = await CallAsync(worthy, entries, outcomes, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Returns why no further call makes sense, or null.
    private async Task<PendingReason?> CallAsync(
        HardText[] texts, Dictionary<string, Versioned<LedgerEntry>> entries, Dictionary<string, TextOutcome> outcomes, CancellationToken cancellationToken)
    {
        var records = Array.ConvertAll(texts, text => service.RecordsOf(text.Question));
        var reservation = await budget.ReserveAsync(records, cancellationToken).ConfigureAwait(false);
        if (!reservation.GrantsAny)
        {
            return null;
        }

        var granted = Enumerable.Range(0, texts.Length).Where(i => reservation.Granted[i]).ToArray();
        LedgerEntry?[] claims;
        try
        {
            claims = await ClaimAsync([.. granted.Select(i => texts[i])], reservation.Id, entries, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await UndoAsync(reservation, [.. granted.Select(i => texts[i].Key)]).ConfigureAwait(false);
            throw;
        }

        var asked = granted.Where((_, place) => claims[place] is not null).ToArray();
        foreach (var i in granted.Except(asked))
        {
            outcomes[texts[i].Key] = new TextOutcome(null, PendingReason.Queued);
        }

        if (asked.Length == 0)
        {
            await budget.SettleAsync(reservation, 0, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var results = await service.AskAsync([.. asked.Select(i => texts[i].Question)], cancellationToken).ConfigureAwait(false);

        // From here on nothing is cancelled: what was paid for is kept.
        var settled = new List<Versioned<LedgerEntry>>();
        var billed = 0;
        PendingReason? stop = null;
        foreach (var (i, claim, result) in asked.Zip(claims.OfType<LedgerEntry>(), results))
        {
            var version = entries[texts[i].Key].Version;
            billed += (result.Failure ?? result.Missing) is { MayBeBilled: true } ? Math.Max(result.Records, records[i]) : result.Records;
            outcomes[texts[i].Key] = OutcomeOf(result);
            stop ??= StopReason(result.Failure);
            Tell(texts[i].Key, result.Missing);
            settled.AddRange(EntriesAfter(claim, version, texts[i], result));
        }

        ListeningMetrics.LanguageTexts("service", asked.Length);
        await SaveAsync(settled).ConfigureAwait(false);
        await budget.SettleAsync(reservation, billed, CancellationToken.None).ConfigureAwait(false);
        return stop;
    }

    private void Tell(string key, LanguageFailure? missing)
    {
        if (missing is not null)
        {
            ListeningMetrics.LanguageTexts("partial", 1);
            Log.Partial(logger, key, missing.Class, missing.Reason);
        }
    }

    // Nothing was asked: neither a record nor an attempt is to be lost, as far as the store can be reached.
    private async Task UndoAsync(BudgetReservation reservation, string[] keys)
    {
        try
        {
            var claimed = await ledger.FindAsync(keys, CancellationToken.None).ConfigureAwait(false);
            var released = claimed.Values
                .Where(entry => entry.Value?.AskedBy == reservation.Id)
                .Select(entry => entry with { Value = entry.Value! with { AskedBy = null, AskedUntilUtc = null, Attempts = entry.Value.Attempts - 1 } })
                .ToArray();
            await ledger.TrySaveAsync(released, CancellationToken.None).ConfigureAwait(false);
            await budget.SettleAsync(reservation, 0, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The failure that led here is the one to tell.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotUndone(logger, keys.Length, failure);
        }
    }

    private TextOutcome? Known(HardText text, Dictionary<string, Versioned<LedgerEntry>> entries)
    {
        if (text.Question.Language is { } language && entries.ContainsKey(TextKey.OfLanguage(language)))
        {
            return TextOutcome.Refused;
        }

        if (!entries.TryGetValue(text.Key, out var found) || found.Value is not { } entry)
        {
            return null;
        }

        return entry switch
        {
            { Answer: { } answer } => new TextOutcome(answer, null),
            { Refusal: not null } => TextOutcome.Refused,
            { AskedUntilUtc: { } until } when until > time.GetUtcNow() => new TextOutcome(null, PendingReason.Queued),
            { Attempts: >= MaxAttempts } => TextOutcome.Refused,
            _ => null,
        };
    }

    private async Task<LedgerEntry?[]> ClaimAsync(
        HardText[] texts, string call, Dictionary<string, Versioned<LedgerEntry>> entries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claims = texts.Select(text =>
        {
            entries.TryGetValue(text.Key, out var known);
            var claim = new LedgerEntry
            {
                Key = text.Key,
                Attempts = (known.Value?.Attempts ?? 0) + 1,
                AskedBy = call,
                AskedUntilUtc = now + ClaimTime,
                ExpiresAtUtc = now + options.Value.AnswersKept,
            };
            return new Versioned<LedgerEntry>(claim, known.Version);
        }).ToArray();
        var saved = await ledger.TrySaveAsync(claims, cancellationToken).ConfigureAwait(false);
        var versions = await ledger.FindAsync([.. texts.Where((_, i) => saved[i]).Select(text => text.Key)], cancellationToken).ConfigureAwait(false);
        foreach (var (key, entry) in versions)
        {
            entries[key] = entry;
        }

        return [.. claims.Select((claim, i) => saved[i] && versions.TryGetValue(claim.Value!.Key, out var now) && now.Value!.AskedBy == call ? now.Value : null)];
    }

    private static IEnumerable<Versioned<LedgerEntry>> EntriesAfter(LedgerEntry claim, long version, HardText text, LanguageResult result)
    {
        if (result.IsAnswered)
        {
            yield return new(claim with { Answer = result.Answer, AskedBy = null, AskedUntilUtc = null, Attempts = 0 }, version);
        }
        else if (result.Failure.IsFinal)
        {
            yield return new(claim with { Refusal = result.Failure.Reason, AskedBy = null, AskedUntilUtc = null }, version);
            if (result.Failure.Class == LanguageFailureClass.UnsupportedLanguage && text.Question.Language is { } language)
            {
                yield return new(new LedgerEntry { Key = TextKey.OfLanguage(language), Refusal = result.Failure.Reason, ExpiresAtUtc = claim.ExpiresAtUtc }, 0);
            }
        }
        else
        {
            // Certainly not carried out: as if never asked. Otherwise the attempt counts.
            var attempts = result.Failure.MayBeBilled ? claim.Attempts : claim.Attempts - 1;
            yield return new(claim with { AskedBy = null, AskedUntilUtc = null, Attempts = attempts }, version);
        }
    }

    private async Task SaveAsync(List<Versioned<LedgerEntry>> entries)
    {
        var distinct = entries.DistinctBy(entry => entry.Value!.Key).ToArray();
        var saved = await ledger.TrySaveAsync(distinct, CancellationToken.None).ConfigureAwait(false);
        if (distinct.Where((entry, i) => entry.Version > 0 && !saved[i]).Count() is > 0 and var lost)
        {
            // Somebody took over a claim that had lapsed: both have an answer, and theirs is kept.
            Log.Overtaken(logger, lost);
        }
    }

    private async Task<Dictionary<string, Versioned<LedgerEntry>>> FindAsync(IReadOnlyCollection<HardText> texts, CancellationToken cancellationToken)
    {
        var keys = texts.Select(text => text.Key)
            .Concat(texts.Select(text => text.Question.Language).OfType<string>().Select(TextKey.OfLanguage))
            .Distinct(StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var found = new Dictionary<string, Versioned<LedgerEntry>>(StringComparer.Ordinal);
        foreach (var page in keys.Chunk(IScoringLedger.MaxEntries))
        {
            foreach (var (key, entry) in await ledger.FindAsync(page, cancellationToken).ConfigureAwait(false))
            {
                // One past its time keeps its version only, so that it can be replaced.
                found[key] = entry.Value!.ExpiresAtUtc > now ? entry : entry with { Value = null };
            }
        }

        foreach (var gone in found.Where(entry => entry.Value.Value is null && entry.Key.StartsWith("language-", StringComparison.Ordinal)).Select(entry => entry.Key).ToArray())
        {
            found.Remove(gone);
        }

        return found;
    }

    private static TextOutcome OutcomeOf(LanguageResult result) => result switch
    {
        { IsAnswered: true } => new TextOutcome(result.Answer, null),
        { Failure.IsFinal: true } => TextOutcome.Refused,
        { Failure.Class: LanguageFailureClass.Throttled } => new TextOutcome(null, PendingReason.Throttled),
        _ => new TextOutcome(null, PendingReason.Unavailable),
    };

    private static PendingReason? StopReason(LanguageFailure? failure) => failure switch
    {
        { Class: LanguageFailureClass.Throttled } => PendingReason.Throttled,
        { Class: LanguageFailureClass.Unavailable or LanguageFailureClass.Unauthorised } => PendingReason.Unavailable,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(2112, LogLevel.Warning, "The budget and the claims of {Texts} texts that were not asked could not be given back")]
        public static partial void NotUndone(ILogger logger, int texts, Exception exception);

        [LoggerMessage(2110, LogLevel.Warning, "{Texts} answers of the language service came after their claim had lapsed")]
        public static partial void Overtaken(ILogger logger, int texts);

        [LoggerMessage(2111, LogLevel.Warning, "The answer on text {Key} of the ledger has its tone, but lacks phrases or opinions: {Class}, {Reason}")]
        public static partial void Partial(ILogger logger, string key, LanguageFailureClass @class, string reason);
    }
}

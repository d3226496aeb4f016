using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Azure.Language;

/// <summary>
/// Azure AI Language through its SDK, which repeats what the service certainly did not carry out; around it a time limit and a
/// breaker. After a call that the service throttled or refused it is left alone until the time that it named.
/// </summary>
internal sealed partial class AzureLanguageService : ILanguageService
{
    // Documents in one request: https://learn.microsoft.com/azure/ai-services/language-service/concepts/data-limits.
    private const int MaxDocuments = 10;
    private const int MaxPersonalDataDocuments = 5;
    private const string Unknown = "(Unknown)";

    private static readonly PiiEntityCategory[] PersonalKinds =
    [
        PiiEntityCategory.Person, PiiEntityCategory.PhoneNumber, PiiEntityCategory.Email, PiiEntityCategory.Address, PiiEntityCategory.IPAddress,
        PiiEntityCategory.CreditCardNumber, PiiEntityCategory.InternationalBankingAccountNumber, PiiEntityCategory.FRSocialSecurityNumber,
    ];

    private readonly TextAnalyticsClient _client;
    private readonly LanguageOptions _options;
    private readonly LanguageFailures _failures;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;
    private volatile LanguageFailure? _pause;

    /// <summary>Asks through a client.</summary>
    /// <param name="client">The client, with the options of <see cref="LanguageRegistration.ClientOptions"/>.</param>
    /// <param name="options">What to ask, and how patiently.</param>
    /// <param name="time">The clock of the network: the system's.</param>
    /// <param name="logger">The log.</param>
    public AzureLanguageService(TextAnalyticsClient client, LanguageOptions options, TimeProvider time, ILogger<AzureLanguageService> logger)
    {
        _client = client;
        _options = options;
        _time = time;
        _logger = logger;
        _failures = new LanguageFailures(options, time);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumCalls,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerPause,
                ShouldHandle = arguments => ValueTask.FromResult(LanguageFailures.IsServiceFailure(arguments.Outcome)),
            })
            .AddTimeout(options.TotalTimeout)
            .Build();
    }

    /// <inheritdoc/>
    public int RecordsOf(LanguageQuestion question)
    {
        var analyses = 1 + (question.Language is null ? 1 : 0) + (_options.KeyPhrases ? 1 : 0) + (_options.PersonalData ? 1 : 0);
        return analyses * DocumentText.Of(question.Text).Records;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LanguageResult>> AskAsync(IReadOnlyList<LanguageQuestion> questions, CancellationToken cancellationToken)
    {
        var documents = questions.Select((question, i) => new PendingDocument(i, DocumentText.Of(question.Text), question.Language)).ToArray();
        foreach (var document in documents.Where(document => string.IsNullOrWhiteSpace(document.Text.Text)))
        {
            document.Failure = new LanguageFailure(LanguageFailureClass.Invalid, "The text is empty.");
        }

        await InBatchesAsync(documents.Where(document => document.Failure is null && document.Language is null), MaxDocuments, DetectAsync, cancellationToken).ConfigureAwait(false);
        await InBatchesAsync(documents.Where(document => document.Failure is null), MaxDocuments, JudgeAsync, cancellationToken).ConfigureAwait(false);
        if (_options.KeyPhrases)
        {
            await InBatchesAsync(documents.Where(document => document.Answer is not null), MaxDocuments, FindKeyPhrasesAsync, cancellationToken).ConfigureAwait(false);
        }

        if (_options.PersonalData)
        {
            await InBatchesAsync(documents.Where(document => document.Answer is not null), MaxPersonalDataDocuments, FindPersonalDataAsync, cancellationToken).ConfigureAwait(false);
            foreach (var document in documents.Where(document => document.Answer is not null))
            {
                document.Answer = LanguageAnswers.WithoutPersonalData(document.Answer!, document.PersonalData);
            }
        }

        return [.. documents.Select(document => document.Result)];
    }

    private async Task InBatchesAsync(
        IEnumerable<PendingDocument> documents, int size, Func<PendingDocument[], CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        foreach (var batch in documents.Chunk(size).ToArray())
        {
            await CallAsync(batch, call, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CallAsync(PendingDocument[] batch, Func<PendingDocument[], CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        if (_pause is { RetryAt: { } until } pause && _time.GetUtcNow() < until)
        {
            Fail(batch, pause);
            return;
        }

        try
        {
            await _pipeline.ExecuteAsync(async token => await call(batch, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            _pause = null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && batch.Length > 1 && LanguageFailures.MayBeOneDocument(exception))
        {
            // Refused for the sake of one document: find it, so that it does not take the others along.
            await CallAsync(batch[..(batch.Length / 2)], call, cancellationToken).ConfigureAwait(false);
            await CallAsync(batch[(batch.Length / 2)..], call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && _failures.Of(exception) is { } failure)
        {
            Log.Failed(_logger, batch.Length, failure.Class, failure.Reason);
            _pause = failure is { Class: LanguageFailureClass.Throttled or LanguageFailureClass.Unauthorised } ? failure : _pause;
            Fail(batch, failure);
        }
    }

    // What was answered already stays: key phrases and personal data are extras, and an answer without them is told as partial.
    private static void Fail(PendingDocument[] batch, LanguageFailure failure) => Array.ForEach(batch, document => document.Fail(failure));

    private async Task DetectAsync(PendingDocument[] batch, CancellationToken cancellationToken)
    {
        var inputs = batch.Select(document => new DetectLanguageInput(document.Id, document.Text.Text) { CountryHint = DetectLanguageInput.None });
        var results = await _client.DetectLanguageBatchAsync(inputs, With(new TextAnalyticsRequestOptions()), cancellationToken).ConfigureAwait(false);
        foreach (var (document, result) in Match(batch, results.Value))
        {
            if (result.HasError)
            {
                document.Failure = LanguageFailures.Of(result.Error, document.Text.Elements);
                continue;
            }

            document.Bill(result.Statistics, "language");
            document.Language = result.PrimaryLanguage.Iso6391Name;
            if (document.Language == Unknown)
            {
                document.Failure = new LanguageFailure(LanguageFailureClass.UnsupportedLanguage, "The service cannot tell the language.");
            }
        }
    }

    private async Task JudgeAsync(PendingDocument[] batch, CancellationToken cancellationToken)
    {
        var options = With(new AnalyzeSentimentOptions { IncludeOpinionMining = true });
        var results = await _client.AnalyzeSentimentBatchAsync(batch.Select(document => document.Input), options, cancellationToken).ConfigureAwait(false);
        foreach (var (document, result) in Match(batch, results.Value))
        {
            if (result.HasError)
            {
                document.Failure = LanguageFailures.Of(result.Error, document.Text.Elements);
                continue;
            }

            document.Bill(result.Statistics, "sentiment");
            document.Answer = LanguageAnswers.Of(result.DocumentSentiment, document.Language!, document.Text, results.Value.ModelVersion);
        }
    }

    private async Task FindKeyPhrasesAsync(PendingDocument[] batch, CancellationToken cancellationToken)
    {
        var results = await _client.ExtractKeyPhrasesBatchAsync(batch.Select(document => document.Input), With(new TextAnalyticsRequestOptions()), cancellationToken).ConfigureAwait(false);
        foreach (var (document, result) in Sound(batch, results.Value))
        {
            document.Bill(result.Statistics, "key-phrases");
            document.Answer = document.Answer! with { KeyPhrases = [.. result.KeyPhrases.Take(MentionScore.MaxKeyPhrases)] };
        }
    }

    private async Task FindPersonalDataAsync(PendingDocument[] batch, CancellationToken cancellationToken)
    {
        var options = With(new RecognizePiiEntitiesOptions());
        Array.ForEach(PersonalKinds, options.CategoriesFilter.Add);
        var results = await _client.RecognizePiiEntitiesBatchAsync(batch.Select(document => document.Input), options, cancellationToken).ConfigureAwait(false);
        foreach (var (document, result) in Sound(batch, results.Value))
        {
            document.Bill(result.Statistics, "personal-data");
            document.PersonalData = result.Entities;
        }
    }

    // The results of an analysis besides the tone; documents without one are noted.
    private static List<(PendingDocument Document, T Result)> Sound<T>(PendingDocument[] batch, IReadOnlyCollection<T> results)
        where T : TextAnalyticsResult
    {
        var matched = Match(batch, results).ToArray();
        var sound = new List<(PendingDocument Document, T Result)>(matched.Length);
        foreach (var (document, result) in matched)
        {
            if (result.HasError)
            {
                document.Fail(LanguageFailures.Of(result.Error, document.Text.Elements));
            }
            else
            {
                sound.Add((document, result));
            }
        }

        foreach (var document in batch.Except(matched.Select(pair => pair.Document)))
        {
            document.Fail(PendingDocument.LeftOut);
        }

        return sound;
    }

    private static IEnumerable<(PendingDocument Document, T Result)> Match<T>(PendingDocument[] batch, IReadOnlyCollection<T> results)
        where T : TextAnalyticsResult =>
        batch.Join(results, document => document.Id, result => result.Id, (document, result) => (document, result), StringComparer.Ordinal);

    private T With<T>(T options)
        where T : TextAnalyticsRequestOptions
    {
        options.ModelVersion = _options.ModelVersion;
        options.DisableServiceLogs = !_options.ServiceLogs;
        options.IncludeStatistics = true;
        return options;
    }

    private static partial class Log
    {
        [LoggerMessage(2100, LogLevel.Warning, "A call of the language service for {Texts} texts failed: {Class}, {Reason}")]
        public static partial void Failed(ILogger logger, int texts, LanguageFailureClass @class, string reason);
    }
}

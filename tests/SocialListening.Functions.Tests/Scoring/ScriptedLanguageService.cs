using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>A language service that does as told and counts what it bills: one record for each text.</summary>
internal sealed class ScriptedLanguageService : ILanguageService
{
    private readonly Lock _lock = new();

    /// <summary>The texts of each call, in order.</summary>
    public List<string[]> Calls { get; } = [];

    /// <summary>Every text as often as it was billed.</summary>
    public List<string> Billed { get; } = [];

    /// <summary>What the next calls do instead of answering; <see langword="null"/> answers.</summary>
    public Queue<LanguageFailure?> Failures { get; } = new();

    /// <summary>Fails every call while it is set.</summary>
    public LanguageFailure? Outage { get; set; }

    /// <summary>Thrown after billing, as when the process dies before the answer is kept.</summary>
    public Exception? DiesAfterBilling { get; set; }

    /// <summary>What each answer says of single targets.</summary>
    public IReadOnlyList<TargetOpinion> Opinions { get; set; } = [];

    /// <summary>Why every answer is partial; <see langword="null"/> makes them whole.</summary>
    public LanguageFailure? Missing { get; set; }

    /// <summary>Awaited inside each call.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public int RecordsOf(LanguageQuestion question) => Math.Max(1, (question.Text.Length + 999) / 1000);

    public async Task<IReadOnlyList<LanguageResult>> AskAsync(IReadOnlyList<LanguageQuestion> questions, CancellationToken cancellationToken)
    {
        LanguageFailure? failure;
        lock (_lock)
        {
            Calls.Add([.. questions.Select(question => question.Text)]);
            failure = Failures.TryDequeue(out var next) ? next : Outage;
        }

        await Meanwhile();
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            return [.. questions.Select(_ => new LanguageResult(null, failure, 0))];
        }

        lock (_lock)
        {
            Billed.AddRange(questions.Where(question => question.Language != "et").Select(question => question.Text));
        }

        return DiesAfterBilling is { } death ? throw death : [.. questions.Select(Answer)];
    }

    private LanguageResult Answer(LanguageQuestion question) => question.Language == "et"
        ? new LanguageResult(null, new LanguageFailure(LanguageFailureClass.UnsupportedLanguage, "The service does not know the language."), 0)
        : new LanguageResult(
            new LanguageAnswer { Language = question.Language ?? "fr", Sentiment = SentimentLabel.Negative, Negative = 0.9f, Neutral = 0.05f, Positive = 0.05f, Opinions = Opinions, IsPartial = Missing is not null, ModelVersion = "2022-11-01" },
            null,
            RecordsOf(question))
        { Missing = Missing };
}

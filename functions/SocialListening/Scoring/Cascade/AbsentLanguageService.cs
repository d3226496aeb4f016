namespace SocialListening.Scoring.Cascade;

/// <summary>Stands in the language service's place while scoring is embedded: it answers nothing and costs nothing.</summary>
public sealed class AbsentLanguageService : ILanguageService
{
    private static readonly LanguageResult Nothing = new(null, new LanguageFailure(LanguageFailureClass.Unavailable, "No language service is set up; see Language:Endpoint."), 0);

    /// <inheritdoc/>
    public int RecordsOf(LanguageQuestion question) => 1;

    /// <inheritdoc/>
    public Task<IReadOnlyList<LanguageResult>> AskAsync(IReadOnlyList<LanguageQuestion> questions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LanguageResult>>([.. questions.Select(_ => Nothing)]);
}

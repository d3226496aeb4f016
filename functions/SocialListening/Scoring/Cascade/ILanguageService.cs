namespace SocialListening.Scoring.Cascade;

/// <summary>A paid service that tells the tone of texts, asked only for those that the embedded scorer is unsure of.</summary>
public interface ILanguageService
{
    /// <summary>Gives the most text records that asking a question can bill, at least 1.</summary>
    /// <param name="question">The question.</param>
    int RecordsOf(LanguageQuestion question);

    /// <summary>
    /// Asks for texts, in as few calls as the service's limits allow. Never throws for what the service or the network does:
    /// each text has its own answer or failure. A text that is too long is cut, marked so, and answered.
    /// </summary>
    /// <param name="questions">The texts, any number.</param>
    /// <param name="cancellationToken">Ends the call with <see cref="OperationCanceledException"/>; what was asked by then may be billed.</param>
    /// <returns>A result for each text, in order.</returns>
    Task<IReadOnlyList<LanguageResult>> AskAsync(IReadOnlyList<LanguageQuestion> questions, CancellationToken cancellationToken);
}

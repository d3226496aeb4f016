using Azure.AI.TextAnalytics;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Azure.Language;

/// <summary>A text on its way through the service.</summary>
/// <param name="index">Its place among the questions.</param>
/// <param name="text">What is sent.</param>
/// <param name="language">Its language, once known.</param>
internal sealed class PendingDocument(int index, DocumentText text, string? language)
{
    /// <summary>What to say of a text that an answer of the service does not mention.</summary>
    public static readonly LanguageFailure LeftOut = new(LanguageFailureClass.Unavailable, "The service left the text out of its answer.", MayBeBilled: true);

    /// <summary>Its place among the questions.</summary>
    public int Index { get; } = index;

    /// <summary>The id under which it is sent.</summary>
    public string Id { get; } = index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is sent.</summary>
    public DocumentText Text { get; } = text;

    /// <summary>Its language; <see langword="null"/> until it is found.</summary>
    public string? Language { get; set; } = language;

    /// <summary>The answer so far.</summary>
    public LanguageAnswer? Answer { get; set; }

    /// <summary>Why there will be none.</summary>
    public LanguageFailure? Failure { get; set; }

    /// <summary>Why an analysis besides the tone gave nothing; the first reason counts.</summary>
    public LanguageFailure? Missing { get; private set; }

    /// <summary>The personal data that the service found in it; <see langword="null"/> when it was not asked or gave none.</summary>
    public PiiEntityCollection? PersonalData { get; set; }

    /// <summary>Records billed so far.</summary>
    public int Records { get; private set; }

    /// <summary>The form in which every analysis but that of the language takes it.</summary>
    public TextDocumentInput Input => new(Id, Text.Text) { Language = Language };

    /// <summary>Counts what an analysis billed: what the service says, or what its rule says when it is silent.</summary>
    /// <param name="statistics">The service's count.</param>
    /// <param name="operation">The analysis.</param>
    public void Bill(TextDocumentStatistics statistics, string operation)
    {
        var billed = statistics.TransactionCount > 0 ? statistics.TransactionCount : Text.Records;
        Records += billed;
        ListeningMetrics.LanguageRecords(operation, billed);
    }

    /// <summary>Notes that an analysis did not answer: the tone's failure leaves no answer, another's leaves it partial.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(LanguageFailure failure)
    {
        if (Answer is null)
        {
            Failure = failure;
        }
        else
        {
            Missing ??= failure;
        }
    }

    /// <summary>The result.</summary>
    public LanguageResult Result => Failure is not null || Answer is null
        ? new LanguageResult(null, Failure ?? LeftOut, Records)
        : new LanguageResult(Missing is null ? Answer : Answer with { IsPartial = true }, null, Records) { Missing = Missing };
}

using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A target and what is said of it.</summary>
public readonly partial struct SentenceOpinion
{
    internal SentenceOpinion(TargetSentiment target, IList<AssessmentSentiment> assessments)
    {
        Target = target;
        Assessments = new ReadOnlyCollection<AssessmentSentiment>(assessments);
    }

    /// <summary>The target.</summary>
    public TargetSentiment Target { get; }

    /// <summary>What is said of it.</summary>
    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; }
}

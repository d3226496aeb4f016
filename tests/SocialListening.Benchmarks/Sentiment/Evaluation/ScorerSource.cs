using SocialListening.Scoring.Embedded;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>Opens the scorer that a command asks for.</summary>
internal static class ScorerSource
{
    /// <summary>The scorer of a model file, or the embedded one when none is named.</summary>
    public static EmbeddedScorer Open(FileInfo? model)
    {
        if (model is null)
        {
            return EmbeddedScorer.Load();
        }

        using var stream = model.OpenRead();
        return EmbeddedScorer.Load(stream);
    }
}

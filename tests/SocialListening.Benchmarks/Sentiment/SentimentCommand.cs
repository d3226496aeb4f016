using System.CommandLine;
using SocialListening.Benchmarks.Sentiment.Evaluation;
using SocialListening.Benchmarks.Sentiment.Training;

namespace SocialListening.Benchmarks.Sentiment;

/// <summary>The commands that train, judge and time the embedded scorer.</summary>
internal static class SentimentCommand
{
    /// <summary>The command <c>sentiment</c> with its sub-commands.</summary>
    internal static Command Create() => new("sentiment", "Train, evaluate and time the embedded scorer.")
    {
        TrainCommand.Create(),
        CrossValidateCommand.Create(),
        RetrainCommand.Create(),
        EvaluateCommand.CreateSentiment(),
        EvaluateCommand.CreateLanguage(),
        EvaluateCommand.CreateToxicity(),
        SampleCommand.Create(),
        BenchCommand.Create(),
        NamesCommand.Create(),
    };
}

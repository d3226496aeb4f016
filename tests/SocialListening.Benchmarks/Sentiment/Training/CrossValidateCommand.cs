using System.CommandLine;
using System.Globalization;
using SocialListening.Scoring.Embedded.Language;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary><c>sentiment cross-validate</c>: how good models trained as <c>sentiment train</c> does are on rows that they have not seen.</summary>
internal static class CrossValidateCommand
{
    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = TrainCommand.DataOption();
        var own = TrainCommand.OwnOption();
        var folds = new Option<int>("--folds") { Description = "Models that are trained, 2 to 20.", DefaultValueFactory = _ => 4 };
        var byTopic = new Option<bool>("--by-topic")
        {
            Description = "Make folds of texts about the same topics instead of at random: what to expect on topics that the model has seen little of.",
        };
        folds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 2 or > 20)
            {
                result.AddError("--folds is from 2 to 20.");
            }
        });
        var command = new Command("cross-validate", "Macro-F1 by language on rows of UMSAB that each model has not seen; takes a minute or two a fold.") { data, own, folds, byTopic };
        command.SetAction(result => Run(result.GetRequiredValue(data).FullName, result.GetRequiredValue(own).FullName, result.GetValue(folds), result.GetValue(byTopic)));
        return command;
    }

    private static int Run(string data, string own, int folds, bool byTopic)
    {
        if (!TrainCommand.Exists(data))
        {
            return 2;
        }

        var found = new ModelTrainer(data, own, RepositoryPaths.OwnLexicons, Console.Out).CrossValidate(folds, byTopic);
        foreach (var (language, confusion) in found)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{LanguageTable.Codes[language]}: rows {confusion.Rows}, macro-F1 {100 * confusion.MacroF1:F1}, standard error about {100 * Math.Sqrt(confusion.Accuracy * (1 - confusion.Accuracy) / confusion.Rows):F1}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean macro-F1 {100 * found.Values.Average(confusion => confusion.MacroF1):F2}"));
        return 0;
    }
}

using System.CommandLine;
using SocialListening.Scoring.Embedded.Model;

namespace SocialListening.Benchmarks.Sentiment.Training;

/// <summary><c>sentiment train</c>: makes the model file.</summary>
internal static class TrainCommand
{
    private const int MaxBytes = 4_000_000;

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = DataOption();
        var own = OwnOption();
        var target = new Option<FileInfo>("--out")
        {
            Description = "The model file to write.",
            DefaultValueFactory = _ => new FileInfo(RepositoryPaths.Model),
        };
        var measureOnly = new Option<bool>("--held-out")
        {
            Description = "Keep the held-out rows out of the model that is written, to measure it on them.",
        };
        var command = new Command("train", "Train the model; the same data give the same bytes.") { data, own, target, measureOnly };
        command.SetAction(result => Run(
            result.GetRequiredValue(data).FullName,
            result.GetRequiredValue(own).FullName,
            result.GetRequiredValue(target).FullName,
            useHeldOut: !result.GetValue(measureOnly)));
        return command;
    }

    /// <summary>The folder of the training texts.</summary>
    internal static Option<DirectoryInfo> DataOption() => new("--data")
    {
        Description = "Folder with umsab/, extra/ and lexicons/.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(RepositoryPaths.Root, "..", "shared", "data", "sentiment")),
    };

    /// <summary>The folder of the own labelled texts.</summary>
    internal static Option<DirectoryInfo> OwnOption() => new("--own")
    {
        Description = "Folder with own labelled texts, named by language (fr-bank.tsv).",
        DefaultValueFactory = _ => new DirectoryInfo(RepositoryPaths.OwnTraining),
    };

    /// <summary>Whether the folder of the training texts is there; says on the error stream what to do if not.</summary>
    internal static bool Exists(string data)
    {
        if (Directory.Exists(data))
        {
            return true;
        }

        Console.Error.WriteLine($"There is no folder {data}. Name it with --data.");
        return false;
    }

    private static int Run(string data, string own, string target, bool useHeldOut)
    {
        if (!Exists(data))
        {
            return 2;
        }

        var model = new ModelTrainer(data, own, RepositoryPaths.OwnLexicons, Console.Out).Train(useHeldOut);
        var bytes = EmbeddedModelFile.Write(model);
        if (bytes.Length > MaxBytes)
        {
            Console.Error.WriteLine($"The model has {bytes.Length} bytes; {MaxBytes} are allowed.");
            return 1;
        }

        File.WriteAllBytes(target, bytes);
        Console.WriteLine($"{target}: {bytes.Length} bytes");
        return 0;
    }
}

namespace SocialListening.Benchmarks.Sentiment;

/// <summary>Folders of the checkout that the commands run from.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder that holds the solution: looked for upwards from the working directory, then from the program.</summary>
    public static string Root { get; } =
        Find(Environment.CurrentDirectory) ?? Find(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;

    /// <summary>The model file that the product embeds.</summary>
    public static string Model => Path.Combine(Root, "functions", "SocialListening", "Scoring", "Embedded", "model.br");

    /// <summary>Own labelled texts to train with.</summary>
    public static string OwnTraining => Path.Combine(Root, "tests", "SocialListening.Benchmarks", "LabelledTexts", "train");

    /// <summary>Own word lists.</summary>
    public static string OwnLexicons => Path.Combine(Root, "tests", "SocialListening.Benchmarks", "Sentiment", "Lexicons");

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialListening.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}

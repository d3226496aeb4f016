using System.Text.RegularExpressions;

namespace SocialListening.Functions.Terminal;

/// <summary>What the app was started with. What is neither an option nor a setting is a mistake: nothing is passed over in silence.</summary>
/// <param name="Settings">The settings, as the host reads them: <c>Key=value</c>, <c>--Key=value</c>, or <c>--Key value</c>.</param>
/// <param name="Fresh">Whether <c>--fresh</c> stands among them.</param>
/// <param name="Help">Whether somebody asks what can be given.</param>
/// <param name="BackTest">The back test that is asked for; <see langword="null"/> for the app itself.</param>
internal sealed partial record CommandLine(string[] Settings, bool Fresh, bool Help, BackTestCommand? BackTest)
{
    private const string FreshOption = "--fresh";
    private const string OfTheHost = "--functions-";

    private static readonly string[] HelpOptions = ["--help", "-h", "-?", "help"];

    /// <summary>What can be given.</summary>
    public const string Usage = """
        SocialListening [--fresh] [Setting=value ...]
            listens until Ctrl+C; --fresh empties the storage file first
        SocialListening backtest [--brand ID] [--days 1..366] [--sensitivity low|normal|high] [Setting=value ...]
            lists the alerts that the stored counts would have raised, and stores nothing

        Settings are those of the README, for example Brands:Path=brands.json Run:ExitWhenIdle=true.
        """;

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="problem">What is wrong and what to do; empty when nothing is.</param>
    /// <returns>What they ask for; <see langword="null"/> when something is wrong.</returns>
    public static CommandLine? Read(string[] arguments, out string problem)
    {
        problem = string.Empty;
        if (arguments.Any(HelpOptions.Contains))
        {
            return new CommandLine([], false, true, null);
        }

        BackTestCommand? backTest = null;
        var settings = arguments;
        if (arguments is [BackTestCommand.Name, .. var options] && (backTest = BackTestCommand.Read(options, out settings, out problem)) is null)
        {
            return null;
        }

        // A switch without a value would take the setting after it for its value, so it is taken out here.
        var fresh = settings.Contains(FreshOption);
        settings = [.. settings.Where(argument => argument != FreshOption)];
        if (Unknown(settings) is not { } unknown)
        {
            return new CommandLine(settings, fresh, false, backTest);
        }

        problem = $"'{unknown}' is neither an option nor a setting. Settings are given as Storage:Path=…; --help lists the options.";
        return null;
    }

    private static string? Unknown(string[] settings)
    {
        // What the Functions host starts the app with is the host's business, and may change with it.
        if (settings.Any(setting => setting.StartsWith(OfTheHost, StringComparison.Ordinal)))
        {
            return null;
        }

        for (var i = 0; i < settings.Length; i++)
        {
            if (settings[i].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            var isPair = settings[i].StartsWith("--", StringComparison.Ordinal)
                && i + 1 < settings.Length
                && !settings[i + 1].StartsWith("--", StringComparison.Ordinal)
                && !Setting().IsMatch(settings[i + 1]);
            if (!isPair)
            {
                return settings[i];
            }

            i++;
        }

        return null;
    }

    [GeneratedRegex(@"^\w+(:\w+)*=")]
    private static partial Regex Setting();
}

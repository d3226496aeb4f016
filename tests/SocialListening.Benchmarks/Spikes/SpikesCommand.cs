using System.CommandLine;

namespace SocialListening.Benchmarks.Spikes;

/// <summary>
/// <c>spikes</c>: runs the frozen detector over series files and writes what scorers read. A file with the header
/// <c>timestamp,value</c> gives one <c>timestamp,anomaly_score,alert</c> file of the same name; files with the header
/// <c>timestamp,total,neg,neu,pos,authors,dup,collected</c> give one <c>alerts.csv</c> together.
/// </summary>
internal static class SpikesCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of series files.", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write to; created if missing.", Required = true };
        var severityAt = new Option<string>("--severity-at") { Description = "When severity is read: at the first alert, or three hours later.", DefaultValueFactory = _ => "first" };
        severityAt.AcceptOnlyFromAmong("first", "3h");
        var command = new Command("spikes", "Run spike detection over labelled or generated series.") { data, output, severityAt };
        command.SetAction(parsed =>
        {
            var source = parsed.GetRequiredValue(data);
            if (!source.Exists)
            {
                Console.Error.WriteLine($"No folder {source.FullName}.");
                return 2;
            }

            return Run(source, parsed.GetRequiredValue(output), parsed.GetValue(severityAt) == "3h");
        });
        return command;
    }

    private static int Run(DirectoryInfo data, DirectoryInfo output, bool late)
    {
        output.Create();
        var alerts = new List<string>();
        var labelled = 0;
        var generated = 0;
        foreach (var file in data.GetFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var series = SeriesFile.Read(file.FullName);
            switch (series)
            {
                case { HasTone: false }:
                    File.WriteAllLines(Path.Combine(output.FullName, file.Name), SeriesReplay.Score(series));
                    labelled++;
                    break;
                case { HasTone: true }:
                    alerts.AddRange(SeriesReplay.Alerts(series, Path.GetFileNameWithoutExtension(file.Name), late));
                    generated++;
                    break;
                default:
                    Console.Error.WriteLine($"{file.Name}: not a series file, left out.");
                    break;
            }
        }

        if (generated > 0)
        {
            File.WriteAllLines(Path.Combine(output.FullName, "alerts.csv"), ["brand,timestamp,kind,severity,label", .. alerts]);
        }

        Console.WriteLine($"{labelled} labelled and {generated} generated series, {alerts.Count} alerts, written to {output.FullName}");
        return labelled + generated > 0 ? 0 : 1;
    }
}

using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>Holds the table of metrics, the instruments and the alert rules of the deployment against each other.</summary>
public sealed partial class MetricsTableTests
{
    [Fact]
    public void Table_OfMetrics_HoldsExactlyTheInstrumentsWithKindAndUnit()
    {
        Assert.Equal(
            Instruments().Select(instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit}").Order(StringComparer.Ordinal),
            Row().Matches(Read("functions/ARCHITECTURE.md")).Select(row => $"{row.Groups["name"].Value} {row.Groups["kind"].Value} {row.Groups["unit"].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AlertRules_OfTheDeployment_AskForMetricsThatExist()
    {
        var asked = Quoted().Matches(Read("infra/modules/alerts.bicep")).Select(name => name.Groups[1].Value).Distinct(StringComparer.Ordinal).ToArray();

        Assert.True(asked.Length >= 5, $"Only {asked.Length} metrics are asked for.");
        Assert.Empty(asked.Except(Instruments().Select(instrument => instrument.Name)));
    }

    [Fact]
    public void AlertRules_OfTheDeployment_ReadTagsThatTheTableNames()
    {
        var table = Row().Matches(Read("functions/ARCHITECTURE.md")).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["tags"].Value, StringComparer.Ordinal);
        foreach (var query in Read("infra/modules/alerts.bicep").Split('\n').Where(line => line.Contains("query:", StringComparison.Ordinal)))
        {
            var metric = Quoted().Match(query).Groups[1].Value;
            Assert.All(Property().Matches(query), property => Assert.Contains($"`{property.Groups[1].Value}`", table[metric], StringComparison.Ordinal));
        }
    }

    private static List<Instrument> Instruments()
    {
        RuntimeHelpers.RunClassConstructor(typeof(ListeningMetrics).TypeHandle);
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter == ListeningTelemetry.Meter)
                {
                    found.Add(instrument);
                }
            },
        };
        listener.Start();
        return found;
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    private static string Read(string path, [CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path));

    [GeneratedRegex(@"^\| `(?<name>sociallistening[\w.]+)` \| (?<kind>\w+) \| `(?<unit>[^`]+)` \|(?<tags>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("\"(sociallistening[\\w.]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"Properties\.(\w+)")]
    private static partial Regex Property();
}

using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OpenTelemetry.Metrics;
using SocialListening.Functions.Telemetry;
using SocialListening.Functions.Tests.Telemetry.AzureMonitor;
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

    [Fact]
    public async Task AlertRules_OfTheDeployment_ReadWhatAzureMonitorIsSent()
    {
        await using var server = await TrackServer.StartAsync();
        using (OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(ListeningTelemetry.Name)
            .AddDestinations(new TelemetryOptions { ConnectionString = server.ConnectionString }).Build())
        {
            ListeningMetrics.Queue("mentions", 1, 2, 3);
            ListeningMetrics.PollLag(TimeSpan.FromSeconds(4));
            ListeningMetrics.CosmosCall("batch", "mentions", 429, 1);
            ListeningMetrics.NotificationFailed("webhook");
            ListeningMetrics.Spent("queue", 1, "USD");
            ListeningMetrics.Polled("rss", "ok");
        }

        var sent = server.Envelopes.Select(envelope => envelope["data"]!["baseData"]!).ToLookup(data => data["metrics"]![0]!["name"]!.GetValue<string>());
        var queries = Read("infra/modules/alerts.bicep").Split('\n').Where(line => line.Contains("query: '", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, queries.Length);
        Assert.All(queries, query =>
        {
            // https://learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics: MetricData lands there, with these columns.
            Assert.Contains("query: 'AppMetrics | where Name == ", query, StringComparison.Ordinal);
            var data = sent[Quoted().Match(query).Groups[1].Value].First();
            Assert.Equal(ListeningTelemetry.Name, data["metrics"]![0]!["ns"]!.GetValue<string>());
            Assert.All(Property().Matches(query), property => Assert.NotNull(data["properties"]![property.Groups[1].Value]));
        });
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

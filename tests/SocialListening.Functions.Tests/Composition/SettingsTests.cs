using System.Net;
using System.Net.Sockets;
using System.Text;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Composition;

/// <summary>Starts the app with one bad setting at a time.</summary>
[Collection(ProcessCollection.Name)]
public sealed class SettingsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Queues:Backend=storage", "QueueStorage:queueServiceUri")]
    [InlineData("Queues:Backend=rabbits", "Queues:Backend is 'rabbits'", "one of embedded, storage.")]
    [InlineData("PollSourcesSchedule=every day", "'every day'", "0 */5 * * * *")]
    [InlineData("PollSourcesSchedule=", "PollSourcesSchedule")]
    [InlineData("WEBSITE_TIME_ZONE=Paris", "WEBSITE_TIME_ZONE", "Paris")]
    [InlineData("Http:Port=70000", "Http:Port", "65535")]
    [InlineData("Replay:Length=20.00:00:00", "Replay:Length", "14.00:00:00")]
    [InlineData("Replay:Length=soon", "Replay:Length is 'soon'", "hh:mm:ss")]
    [InlineData("Webhooks:Timeout=5", "Webhooks:Timeout", "a number alone means days")]
    [InlineData("Scoring:DailyBudget=lots", "Scoring:DailyBudget is 'lots'", "a whole number")]
    [InlineData("Storage:Fresh=maybe", "Storage:Fresh is 'maybe'", "true or false")]
    [InlineData("Telemetry:OtlpProtocol=http", "Telemetry:OtlpProtocol is 'http'", "grpc, httpprotobuf")]
    [InlineData("--frsh", "'--frsh'", "--help")]
    [InlineData("Platforms:Http:AttemptTimeout=00:01:30", "Platforms:Http:TotalTimeout", "AttemptTimeout")]
    [InlineData("Privacy:PseudonymKey=short", "Privacy:PseudonymKey", "openssl rand -base64 32")]
    [InlineData("Scoring:Mode=cascade", "Language:Endpoint", "cognitiveservices.azure.com", "embedded")]
    [InlineData("Scoring:Mode=clever", "Scoring:Mode is 'clever'", "embedded, cascade, azure")]
    [InlineData("Language:Endpoint=http://language.example", "Language:Endpoint", "https")]
    [InlineData("Brands:Path=missing.json", "Brands:Path", "missing.json")]
    [InlineData("Brands:Source=cupboard", "Brands:Source", "cupboard")]
    [InlineData("Brands:ReloadInterval=00:00:01", "Brands:ReloadInterval", "00:00:05")]
    public async Task Start_BadSetting_EndsAndNamesIt(string setting, params string[] told) => await AssertRefusedAsync([setting], told);

    [Theory]
    [InlineData("malformed JSON", """{ "brands": [ { "id": "a" "name": "b" } ] }""", "1:2", "1 mistake")]
    [InlineData("unknown platform", """{"brands":[{"id":"a","name":"A","query":"a","sources":[{"name":"s","platform":"mastodont"}]}]}""", "sources[0].platform", "mastodon", "1:")]
    [InlineData("broken query", """{"brands":[{"id":"a","name":"A","query":"tea OR (coffee"}]}""", "query", "column")]
    [InlineData("negative page budget", """{"brands":[{"id":"a","name":"A","query":"a","sources":[{"name":"s","platform":"hackernews","terms":"a","maxPagesPerPoll":-1}]}]}""", "maxPagesPerPoll", "100")]
    [InlineData("unknown time zone", """{"brands":[{"id":"a","name":"A","query":"a","timeZone":"Europe/Pari"}]}""", "timeZone", "IANA")]
    [InlineData("unknown property", """{"brands":[{"id":"a","name":"A","query":"a","sauces":[]}]}""", "sauces", "sources")]
    [InlineData("replay mixed with live sources", """{"brands":[{"id":"a","name":"A","query":"a","sources":[{"name":"r","platform":"replay","terms":"x"},{"name":"live","platform":"hackernews","terms":"a"}]}]}""", "a/live", "disable")]
    public async Task Start_BadBrandFile_EndsAndTellsWhereAndWhatToDo(string what, string content, params string[] told)
    {
        Assert.NotEmpty(what);
        await File.WriteAllTextAsync(_folder.File("brands.json"), content, Encoding.UTF8);

        var output = await AssertRefusedAsync(["Brands:Path=brands.json"], told);

        Assert.Contains(what.StartsWith("replay", StringComparison.Ordinal) ? "brand file" : "brands.json", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_StoreToBeFilledFromAFileThatIsMissing_EndsAndNamesIt() =>
        await AssertRefusedAsync(["Brands:Source=store", "Brands:Path=missing.json"], ["Brands:Path", "missing.json"]);

    [Fact]
    public async Task Start_SeveralBadSettings_TellsAllAtOnce() => await AssertRefusedAsync(
        [
            "Collecting:MaxBufferedMentions=0", "Network:ConnectTimeout=00:10:00", "Platforms:Http:MaxRetries=11", "Platforms:Rss:MinimumInterval=2.00:00:00",
            "Spikes:MinimumMentions=0", "Storage:Path=", "Webhooks:Retries=6", "Replay:Speed=-1", "Network:UserAgent=é",
        ],
        [
            "Collecting:MaxBufferedMentions", "Network:ConnectTimeout", "Platforms:Http:MaxRetries", "Platforms:Rss:MinimumInterval",
            "Spikes:MinimumMentions", "Storage:Path", "Webhooks:Retries", "Replay:Speed", "Network:UserAgent",
        ]);

    [Fact]
    public async Task Start_PortInUse_EndsAndTellsWhichSettingToChange()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await AssertRefusedAsync([$"Http:Port={port}"], [$"Port {port}", "Http:Port"]);
    }

    [Fact]
    public async Task Start_FileThatIsNoDatabase_EndsAndKeepsIt()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 200));
        await File.WriteAllTextAsync(_folder.File("letter.txt"), text);

        await AssertRefusedAsync([$"Storage:Path={_folder.File("letter.txt")}"], [_folder.File("letter.txt"), "not an SQLite database"]);

        Assert.Equal(text, await File.ReadAllTextAsync(_folder.File("letter.txt")));
    }

    [Fact]
    public async Task Start_MisspeltSetting_IsWarnedOfWithTheNamesThatThereAre()
    {
        var (exitCode, output) = await AppProcess.RunAsync(
            _folder.Path,
            Patience,
            $"Storage:Path={_folder.File("settings.db")}", "Run:ExitWhenIdle=true", "Replay:Length=01:00:00", "Spikes:MinimumMentoins=7", "Webhooks:Crisis=secret", "Logging:Shape=round");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Spikes:MinimumMentoins; its section has", output, StringComparison.Ordinal);
        Assert.Contains("MinimumMentions", output, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(output, "Nothing reads"));
    }

    [Fact]
    public async Task Start_WebhookWithoutItsSecret_IsWarnedOfBeforeAnAlertNeedsIt()
    {
        await File.WriteAllTextAsync(_folder.File("brands.json"), """
            {"brands":[{"id":"a","name":"A","query":"a","sources":[{"name":"r","platform":"replay","terms":"x","enabled":false}],"alerts":[
              {"channel":"webhook","url":"https://hooks.example.org/a","secretSetting":"Webhooks:There"},
              {"channel":"webhook","url":"https://hooks.example.org/b","secretSetting":"Webhooks:Missing"}]}]}
            """);

        var (exitCode, output) = await AppProcess.RunAsync(
            _folder.Path, Patience, "Brands:Path=brands.json", $"Storage:Path={_folder.File("settings.db")}", "Run:ExitWhenIdle=true", "Webhooks:There=FAKE-secret");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Webhooks:Missing", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Webhooks:There", output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE-secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AskedForHelp_TellsWhatCanBeGivenAndStartsNothing()
    {
        var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, Patience, "--help", $"Storage:Path={_folder.File("settings.db")}");

        Assert.Equal(0, exitCode);
        Assert.Contains("backtest", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("settings.db")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> AssertRefusedAsync(IEnumerable<string> settings, IEnumerable<string> told)
    {
        var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, Patience, [$"Storage:Path={_folder.File("settings.db")}", "Run:ExitWhenIdle=true", "Replay:Length=01:00:00", .. settings]);

        Assert.True(exitCode == 1, $"Exit code {exitCode}:\n{output}");
        Assert.All(told, part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
        return output;
    }
}

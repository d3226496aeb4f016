using System.Diagnostics;
using System.Globalization;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Queues;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>
/// The app as a process that takes mentions from its queue and stores them in a doubled account, where a share of all requests
/// fails, some after they took effect; it is killed again and again, and must neither lose nor double a mention.
/// </summary>
public abstract class KillStormSuite(ITestOutputHelper log) : IAsyncLifetime, IDisposable
{
    /// <summary>The environment variable that says how many mentions are sent.</summary>
    protected const string Variable = "SOCIALLISTENING_STORM";

    private const int UsualMentions = 10_000;
    private const int MostKills = 30;
    private const int Seed = 20260401;
    private const double Faults = 0.05;
    private const double Doubles = 0.2;

    // More than twice what the app has under way at once: what was under way at a kill is delivered first afterwards and is done
    // before the next but one, so no message comes near its five deliveries.
    private const int MessagesBetweenKills = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);
    private readonly CosmosAccountDouble _account = new(new CosmosDoubleOptions { PhysicalPartitions = 2 });

    /// <summary>The file of the embedded queues; apps that do not use them keep it all the same.</summary>
    protected string StoragePath => _folder.File("queues.db");

    /// <summary>The settings by which the app reaches its queues.</summary>
    protected abstract IEnumerable<string> QueueSettings { get; }

    private int Stored => _account.Count(new CosmosOptions().Database, CosmosContainers.Mentions.Name);

    [BackendFact]
    public async Task Mentions_AppKilledAgainAndAgainInAFaultStorm_AreNeitherLostNorDoubled()
    {
        var sent = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : UsualMentions;
        var kills = Math.Clamp(sent / 1_000, 3, MostKills);
        var posts = new StormPosts(sent, Doubles, kills * MessagesBetweenKills, _random);
        await UseQueuesAsync(queues => queues.SendAsync(QueueNames.Mentions, [.. posts.Messages()], TimeSpan.Zero, default));
        await File.WriteAllTextAsync(_folder.File("brands.json"), $$"""{"brands":[{{string.Join(',', StormPosts.Brands.Select(brand => $$"""{"id":"{{brand}}","name":"{{brand}}","query":"café"}"""))}}]}""");
        await using var server = await CosmosDoubleServer.StartAsync(_account, 0, default);
        _account.Faults = new FaultPlan(Seed).AddStorm(
            Faults, FaultKind.Throttled, FaultKind.Unavailable, FaultKind.RetryWith, FaultKind.TimedOut, FaultKind.TimedOutAfterCommit, FaultKind.LostAnswer);
        var watch = Stopwatch.StartNew();
        var documents = StormCounts.DocumentsOf(posts.Distinct);
        for (var kill = 1; kill <= kills; kill++)
        {
            await RunUntilKilledAsync((int)((kill - _random.NextDouble()) * documents / (kills + 1)));
            log.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s: kill {kill} with {Stored} of {documents} documents stored, {_account.Meter.OnDocuments} requests");
        }

        var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, Longest, Settings());

        var mentions = await StormCounts.MentionsAsync(posts.Distinct);
        log.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s: {sent} sent, {mentions.Count} to be stored, {kills} kills, {_account.Faults.Struck} faults in {_account.Meter.OnDocuments} requests, {_account.Meter.Requests(RequestKind.Batch)} of them transactions");
        Assert.True(exitCode == 0, output);
        Assert.InRange(_account.Faults.Struck, sent / 1_000, int.MaxValue);

        // A query within one partition needs no plan, which would be another round trip for each message.
        Assert.InRange(_account.Meter.Requests(RequestKind.QueryPlan), 0, _account.Meter.Requests(RequestKind.Query) / 10);
        await AssertQueuesEmptyAsync();
        var stored = _account.Documents(new CosmosOptions().Database, CosmosContainers.Mentions.Name);
        var found = StormCounts.Mentions(stored);
        log.WriteLine($"{mentions.Except(found, StringComparer.Ordinal).Count()} lost or changed, {found.Count - found.Distinct(StringComparer.Ordinal).Count()} doubled");
        Assert.Equal(mentions, found);
        Assert.Equal(await StormCounts.PeriodsAsync(posts.Distinct), StormCounts.Periods(stored));
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _account.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Uses the queues while no app does.</summary>
    protected abstract Task UseQueuesAsync(Func<IQueueTransport, Task> use);

    // A run also does something before it is killed, and is not waited for for ever.
    private async Task RunUntilKilledAsync(int stored)
    {
        using var app = AppProcess.Start(_folder.Path, Settings());
        var (before, last, progress) = (_account.Meter.OnDocuments, Stored, Stopwatch.StartNew());
        while (last < stored || _account.Meter.OnDocuments == before)
        {
            Assert.False(app.HasEnded, app.Output);
            Assert.True(progress.Elapsed < LongestPause, $"Nothing was stored in {LongestPause}. The app printed:\n{app.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            if (Stored is var now && now != last)
            {
                last = now;
                progress.Restart();
            }
        }

        await app.KillAsync();
    }

    private IEnumerable<string> Settings() =>
    [
        "Storage:Backend=cosmos", $"Cosmos:Endpoint={_account.Endpoint}", $"Cosmos:Key={CosmosAccountDouble.Key}", "Cosmos:ConnectionMode=gateway",
        "Cosmos:CreateContainers=true", $"Storage:Path={StoragePath}", "Brands:Path=brands.json", "Run:ExitWhenIdle=true",
        .. QueueSettings,
    ];

    private Task AssertQueuesEmptyAsync() => UseQueuesAsync(async queues =>
    {
        foreach (var queue in QueueNames.All.SelectMany(queue => (string[])[queue, queue + QueueNames.PoisonSuffix]))
        {
            var left = (await queues.GetDepthAsync(queue, default)).Messages;
            Assert.True(left == 0, $"{left} messages are left in '{queue}'.");
        }
    });
}

using System.Globalization;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Embedded;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Queues;
using SocialListening.Storage;
using Xunit.Abstractions;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>
/// The app as a process that takes mentions from its queue and stores them in a doubled account, where a share of all requests
/// fails, some after they took effect; it is killed again and again, and must neither lose nor double a mention.
/// </summary>
[Collection(ProcessCollection.Name)]
[RequiresSetting(Variable, "how many mentions to send, such as 100000", Listed = false)]
[Trait("Category", "Emulator")]
public sealed class CosmosKillTests(ITestOutputHelper log) : IDisposable
{
    private const string Variable = "SOCIALLISTENING_STORM";
    private const string Brand = "storm";
    private const int Kills = 30;
    private const int InMessage = 40;
    private const int Seed = 20260401;
    private const double Faults = 0.05;
    private const double Doubles = 0.2;

    private static readonly DateTimeOffset Start = new(2026, 3, 30, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);
    private static readonly string[] Words = ["lent", "parfait", "froid", "super", "cher", "correct", "terrible", "merci"];

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Seed);
    private readonly CosmosAccountDouble _account = new(new CosmosDoubleOptions { PhysicalPartitions = 2 });

    private string StoragePath => _folder.File("queues.db");

    [BackendFact]
    public async Task Mentions_KilledThirtyTimesInAFaultStorm_AreNeitherLostNorDoubled()
    {
        var sent = int.Parse(Environment.GetEnvironmentVariable(Variable)!, CultureInfo.InvariantCulture);
        var distinct = (int)(sent * (1 - Doubles));
        await SendAsync(sent, distinct);
        await File.WriteAllTextAsync(_folder.File("brands.json"), $$"""{"brands":[{"id":"{{Brand}}","name":"Storm","query":"café"}]}""");
        QueryPlanner.UseLocal();
        await using var server = await CosmosDoubleServer.StartAsync(_account, 0, default);
        _account.Faults = new FaultPlan(Seed).AddStorm(
            Faults, FaultKind.Throttled, FaultKind.Unavailable, FaultKind.RetryWith, FaultKind.TimedOut, FaultKind.TimedOutAfterCommit, FaultKind.LostAnswer);
        using var timeout = new CancellationTokenSource(Longest, TimeProvider.System);

        // A transaction takes most of a message; the kills fall evenly on the work.
        var transactions = sent / InMessage;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await RunUntilKilledAsync((int)((kill - _random.NextDouble()) * transactions / (Kills + 1)), timeout.Token);
        }

        var (exitCode, output) = await AppProcess.RunAsync(_folder.Path, Longest, Settings());

        Assert.True(exitCode == 0, output);
        log.WriteLine($"{sent} sent, {distinct} different, {Kills} kills, {_account.Faults.Struck} faults in {_account.Meter.OnDocuments} requests, {_account.Meter.RequestUnits:F0} RU");
        Assert.InRange(_account.Faults.Struck, sent / 10_000, int.MaxValue);
        _account.Faults.Clear();
        await AssertQueuesEmptyAsync();
        await AssertCountsAsync(distinct);
    }

    public void Dispose()
    {
        _account.Dispose();
        _folder.Dispose();
    }

    private static Mention Post(int number) => new()
    {
        Platform = "bluesky",
        PlatformPostId = number.ToString(CultureInfo.InvariantCulture),
        Permalink = $"https://social.example/{number}",
        Text = $"Le café était {Words[number % Words.Length]} ce matin, le numéro {number % 97}.",
        CreatedAtUtc = Start.AddSeconds(number),
        Likes = number % 4,
    };

    // In the order of time, as polls bring them; a double lies up to some messages away from its first.
    private async Task SendAsync(int sent, int distinct)
    {
        var numbers = Enumerable.Range(0, distinct).Concat(Enumerable.Range(0, sent - distinct).Select(_ => _random.Next(distinct)))
            .OrderBy(number => number + (_random.NextDouble() * InMessage * 5)).ToArray();
        using var database = SqliteDatabase.Open(StoragePath, fresh: false);
        var queue = new SqliteQueueTransport(database, TimeProvider.System);
        foreach (var message in numbers.Chunk(InMessage))
        {
            var batch = new MentionBatch { SourceId = $"{Brand}/source", CollectedAtUtc = Start.AddDays(7), Masked = true, Mentions = [.. message.Select(number => new MatchedMention(Post(number), [Brand]))] };
            await queue.SendAsync(QueueNames.Mentions, [.. MentionBatchCodec.Pack(batch).Select(QueueText.Encode)], TimeSpan.Zero, default);
        }
    }

    private async Task RunUntilKilledAsync(int transactions, CancellationToken cancellationToken)
    {
        using var app = AppProcess.Start(_folder.Path, Settings());
        var before = _account.Meter.OnDocuments;
        while (_account.Meter.Requests(RequestKind.Batch) < transactions || _account.Meter.OnDocuments == before)
        {
            Assert.False(app.HasEnded, app.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }

        await app.KillAsync();
    }

    private string[] Settings() =>
    [
        "Storage:Backend=cosmos", $"Cosmos:Endpoint={_account.Endpoint}", $"Cosmos:Key={CosmosAccountDouble.Key}", "Cosmos:ConnectionMode=gateway",
        "Cosmos:CreateContainers=true", $"Storage:Path={StoragePath}", "Brands:Path=brands.json", "Run:ExitWhenIdle=true",
    ];

    private async Task AssertQueuesEmptyAsync()
    {
        using var database = SqliteDatabase.Open(StoragePath, fresh: false);
        var queue = new SqliteQueueTransport(database, TimeProvider.System);
        Assert.Equal(0, (await queue.GetDepthAsync(QueueNames.Mentions, default)).Messages);
        Assert.Equal(0, (await queue.GetDepthAsync(QueueNames.Mentions + QueueNames.PoisonSuffix, default)).Messages);
    }

    private async Task AssertCountsAsync(int distinct)
    {
        using var database = new CosmosDatabase(_account.CreateClient(), new CosmosOptions().Database, create: false);
        var stored = new List<ScoredMention>();
        for (MentionCursor? after = null; stored.Count == 0 || after is not null;)
        {
            var page = await new CosmosMentionReader(database).ListAsync(new MentionFilter { BrandId = Brand, Limit = 1_000, After = after }, default);
            stored.AddRange(page.Mentions);
            after = page.NextCursor;
        }

        Assert.Equal(Enumerable.Range(0, distinct), stored.Select(mention => int.Parse(mention.Mention.PlatformPostId, CultureInfo.InvariantCulture)).Order());
        foreach (var granularity in Enum.GetValues<Granularity>())
        {
            var counts = await CosmosRollups.PartsAsync(database.Mentions, Brand, granularity, Start, Start.AddDays(9), default);
            Assert.Equal(Recounted.Lines(granularity, stored), counts.OrderBy(count => count.Start).Select(Recounted.Line));
        }
    }
}

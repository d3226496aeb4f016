using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Functions.Terminal;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Notifiers;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Spikes.Running;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Brands;

/// <summary>The composed product with its brands in the store, message by message.</summary>
public sealed class BrandsInTheStoreTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly IHost _host;

    public BrandsInTheStoreTests() => _host = Build(_ => { });

    public Task InitializeAsync() => _host.Services.GetServices<IHostedService>().OfType<BrandWatch>().Single().StartingAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mentions_OfABrandThatAnotherInstanceMade_AreScoredWithItsNames()
    {
        await Get<IBrandStore>().PutAsync(Definitions.Of("merveille"), null, default);
        Assert.Empty(Get<IBrandCatalog>().Current.Brands);

        _clock.Advance(TimeSpan.FromMinutes(1));

        // Praise in itself, and no tone for the brand that is called so.
        await Get<MentionBatchProcessor>().ProcessAsync(Batch("merveille", "Merveille"), default);
        await Get<MentionBatchProcessor>().ProcessAsync(Batch("nobody", "Merveille"), default);

        Assert.True(Get<IBrandCatalog>().Current.Brands.ContainsKey("merveille"));
        Assert.Equal(SentimentLabel.Neutral, (await MentionsAsync("merveille"))[0].Sentiment);
        Assert.Equal(SentimentLabel.Positive, (await MentionsAsync("nobody"))[0].Sentiment);
    }

    [Fact]
    public async Task EverythingUnderWay_OfABrandThatIsDeleted_EndsWithoutLossOrPoison()
    {
        var now = _clock.GetUtcNow();
        await Get<IBrandStore>().PutAsync(Definitions.Of("cafe"), null, default);
        await Get<StoredBrandCatalog>().LookAsync(default);
        await Get<PollPlanner>().OrderDueAsync(default);
        await Get<DetectionPlanner>().OrderAsync(default);
        var alert = Make.Alert("a");
        await Get<IAlertStore>().TryCommitAsync("cafe", [1], 0, now, [alert], default);
        await Get<IBrandStore>().DeleteAsync("cafe", null, default);
        await Get<StoredBrandCatalog>().LookAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await Get<MentionBatchProcessor>().ProcessAsync(Batch("cafe", "Le café est bon"), default);
        Assert.Equal("The source is no longer configured.", (await Get<PollOrderProcessor>().ProcessAsync(await MessageAsync(QueueNames.PollOrders), default))!.Reason);
        Assert.Equal(0, await Get<DetectionOrderProcessor>().ProcessAsync(await MessageAsync(QueueNames.DetectionOrders), default));
        Assert.Equal(0, await Get<AlertNotification>().NotifyAsync(AlertMessageCodec.Write(new AlertMessage("cafe", "a", 1)), default));

        Assert.Equal("Le café est bon", Assert.Single(await MentionsAsync("cafe")).Mention.Text);
        Assert.Equal(AlertStatus.Open, (await Get<IAlertStore>().GetAsync("cafe", "a", default))!.Status);
        foreach (var queue in QueueNames.All)
        {
            Assert.Equal(0, (await Get<IQueueTransport>().GetDepthAsync(queue + QueueNames.PoisonSuffix, default)).Messages);
        }

        Assert.Equal(0, await Get<PollPlanner>().OrderDueAsync(default));
        Assert.Equal(0, await Get<DetectionPlanner>().OrderAsync(default));
    }

    [Fact]
    public async Task BackTest_OfAHostThatIsNotStarted_ReadsTheBrandsItself()
    {
        await Get<IBrandStore>().PutAsync(Definitions.Of("cafe"), null, default);
        var output = new StringWriter();
        using var other = Build(builder => builder.Services.AddSingleton(Get<IBrandStore>()).AddSingleton(new RunConsole(output, interactive: false)));

        Assert.Equal(0, await new BackTestCommand("cafe", 1, null).RunAsync(other.Services, default));
        Assert.Equal(1, await new BackTestCommand("gare", 1, null).RunAsync(other.Services, default));
        Assert.Contains("Known are cafe", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_OfABrandThatAnotherInstanceOrdered_IsCarriedOut()
    {
        await Get<IBrandStore>().PutAsync(new BrandDefinition("cafe", Definitions.Json("cafe").Replace("https://cafe.example/feed", "http://127.0.0.1:9/feed", StringComparison.Ordinal), Make.Noon), null, default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var now = _clock.GetUtcNow();
        var order = PollOrderCodec.Write(new PollOrder { SourceId = "cafe/feed", OrderedAtUtc = now, ExpiresAtUtc = now.AddHours(1) });

        var outcome = await Get<PollOrderProcessor>().ProcessAsync(order, default);

        // It was tried, and this address is refused.
        Assert.NotNull(outcome!.FailureClass);
        Assert.NotNull((await Get<ISourceStateStore>().GetAsync("cafe/feed", default)).Value);
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    private IHost Build(Action<FunctionsApplicationBuilder> change)
    {
        var builder = FunctionsApplication.CreateBuilder(["Http:Port=0", $"Storage:Path={_folder.File($"{Guid.NewGuid():N}.db")}", "Brands:Source=store"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSocialListening(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        change(builder);
        return builder.Build();
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task<IReadOnlyList<ScoredMention>> MentionsAsync(string brandId) =>
        (await Get<IMentionReader>().ListAsync(new MentionFilter { BrandId = brandId }, default)).Mentions;

    private async Task<string> MessageAsync(string queue)
    {
        var received = Assert.Single(await Get<IQueueTransport>().ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1), default));
        Assert.True(QueueText.TryDecode(received.Text, out var text));
        return text;
    }

    private string Batch(string brandId, string text) => MentionBatchCodec.Pack(new MentionBatch
    {
        SourceId = $"{brandId}/feed",
        CollectedAtUtc = _clock.GetUtcNow(),
        Masked = true,
        Mentions = [new MatchedMention(Make.Mention("1", text: text).Mention, [brandId])],
    })[0];
}

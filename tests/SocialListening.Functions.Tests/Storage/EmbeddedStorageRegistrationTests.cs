using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Embedded;
using SocialListening.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

public sealed class EmbeddedStorageRegistrationTests : IDisposable
{
    private const string EmulatorConnection =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0LWtleQ==;QueueEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AddEmbeddedStorage_AnyPort_IsOnOneFile()
    {
        var path = Path.Combine(_folder.Path, "below", "all.db");
        using var host = Build(("Storage:Path", path));

        await host.Services.GetRequiredService<IMentionStore>().StoreAsync("cafe", [Mention("1")], default);
        Assert.Single(await host.Services.GetRequiredService<IRollupReader>().ListAsync("cafe", Noon, Noon.AddHours(1), default));
        Assert.Single((await host.Services.GetRequiredService<IMentionReader>().ListAsync(new MentionFilter { BrandId = "cafe" }, default)).Mentions);
        foreach (var port in new[] { typeof(ICoverageStore), typeof(ISourceStateStore), typeof(IAlertStore), typeof(ITimerStatusStore), typeof(IReplayPositionStore) })
        {
            Assert.NotNull(host.Services.GetRequiredService(port));
        }

        Assert.IsType<SqliteQueueTransport>(host.Services.GetRequiredService<IQueueTransport>());
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Path_WithoutASetting_IsBelowTheWorkingDirectory()
    {
        Assert.Equal(".local/sociallistening.db", new EmbeddedStorageOptions().Path);
    }

    [Fact]
    public void AddEmbeddedStorage_PathAndFreshSet_AreUsed()
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(_folder.Path, "else", "where.db"));
        using var host = Build(("Storage:Path", relative), ("Storage:Fresh", "true"));

        Assert.Equal(Path.Combine(_folder.Path, "else", "where.db"), host.Services.GetRequiredService<SqliteDatabase>().Path);
    }

    [Theory]
    [InlineData("Storage:Path", "")]
    [InlineData("Queues:Backend", "storage")]
    public async Task Start_SettingMissing_FailsAndNamesIt(string setting, string value)
    {
        using var host = Build((setting, value));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(setting.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QueueStorage", "UseDevelopmentStorage=true")]
    [InlineData("QueueStorage", EmulatorConnection)]
    [InlineData("QueueStorage:queueServiceUri", "https://account.queue.core.windows.net")]
    public void AddAzureQueues_BackendStorage_ReplacesTheTransport(string setting, string value)
    {
        using var host = Build(("Queues:Backend", "storage"), (setting, value));

        Assert.IsType<AzureStorageQueueTransport>(Assert.Single(host.Services.GetServices<IQueueTransport>()));
    }

    [Theory]
    [InlineData("QueueStorage", "BlobEndpoint=https://account.blob.core.windows.net;SharedAccessSignature=sig=secret-key")]
    [InlineData("QueueStorage", "AccountKey=c2VjcmV0LWtleQ==")]
    [InlineData("QueueStorage:queueServiceUri", "http://127.0.0.1:10001/devstoreaccount1")]
    [InlineData("QueueStorage", "secret-key")]
    [InlineData("QueueStorage:queueServiceUri", "http://account.queue.core.windows.net")]
    [InlineData("QueueStorage:queueServiceUri", "account")]
    public async Task Start_BackendStorageWithABrokenConnection_FailsWithoutQuotingIt(string setting, string value)
    {
        using var host = Build(("Queues:Backend", "storage"), (setting, value));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0LWtleQ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TwoConnections_FailsSinceOneWouldBeIgnored()
    {
        using var host = Build(("Queues:Backend", "storage"), ("QueueStorage", EmulatorConnection), ("QueueStorage:queueServiceUri", "https://a.example"));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("not both", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAzureQueues_UnknownBackend_NamesTheSetting()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Build(("Queues:Backend", "rabbits")));

        Assert.Contains("Queues:Backend", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfTheOptions_HoldsNoSecret()
    {
        var options = new QueueOptions { Backend = QueueBackend.Storage, ConnectionString = EmulatorConnection };

        Assert.DoesNotContain("c2VjcmV0LWtleQ", options.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddEmbeddedStorage(builder.Configuration).AddAzureQueues(builder.Configuration);
        return builder.Build();
    }
}

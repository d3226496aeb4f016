using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;

namespace SocialListening.Functions.Tests.Compat;

public sealed class HostJsonTests
{
    [Fact]
    public void Parse_OfAnEmptyFile_GivesTheDocumentedDefaults()
    {
        var settings = HostJson.Parse("""{ "version": "2.0" }""");
        Assert.Equal(TimeSpan.FromMinutes(30), settings.FunctionTimeout);
        Assert.Equal("api", settings.RoutePrefix);
        Assert.Equal(new QueueSettings(16, 8, TimeSpan.Zero, 5, TimeSpan.FromMinutes(1), Base64: true), settings.Queues);
    }

    [Fact]
    public void Parse_OfAFullFile_GivesItsValues()
    {
        var settings = HostJson.Parse("""
            {
              // Comments and trailing commas are allowed.
              "functionTimeout": "00:02:00",
              "extensions": {
                "http": { "routePrefix": "/v1/" },
                "queues": { "batchSize": 8, "newBatchThreshold": 1, "visibilityTimeout": "00:00:05", "maxDequeueCount": 2, "maxPollingInterval": "00:00:02", "messageEncoding": "None", },
              },
            }
            """);
        Assert.Equal(TimeSpan.FromMinutes(2), settings.FunctionTimeout);
        Assert.Equal("v1", settings.RoutePrefix);
        Assert.Equal(new QueueSettings(8, 1, TimeSpan.FromSeconds(5), 2, TimeSpan.FromSeconds(2), Base64: false), settings.Queues);
    }

    [Fact]
    public void Parse_WithSettingsForValuesOfTheFile_TakesThem()
    {
        var overrides = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AzureFunctionsJobHost:functionTimeout", "-1"),
            new("AzureFunctionsJobHost:extensions:queues:batchsize", "2"),
            new("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:03"),
        ]).Build().GetSection(HostJson.OverridesSection);

        var settings = HostJson.Parse("""{ "functionTimeout": "00:02:00", "extensions": { "queues": { "batchSize": 8, "newBatchThreshold": 7 } } }""", overrides);

        Assert.Null(settings.FunctionTimeout);
        Assert.Equal(QueueSettings.Default with { BatchSize = 2, NewBatchThreshold = 7, MaxPollingInterval = TimeSpan.FromSeconds(3) }, settings.Queues);
        Assert.Equal(2, HostJson.Parse("{}", overrides).Queues.BatchSize);
    }

    [Fact]
    public void Parse_OfABatchSizeAlone_HalvesItForTheThreshold() =>
        Assert.Equal(3, HostJson.Parse("""{ "extensions": { "queues": { "batchSize": 6 } } }""").Queues.NewBatchThreshold);

    [Fact]
    public void Parse_OfNoTimeLimit_GivesNone() => Assert.Null(HostJson.Parse("""{ "functionTimeout": "-1" }""").FunctionTimeout);

    [Fact]
    public void Read_OfAFolderWithoutTheFile_GivesTheDefaults() =>
        Assert.Equal(HostSettings.Default, HostJson.Read(Path.Combine(Path.GetTempPath(), "no-such-folder")));

    [Fact]
    public void Read_OfTheProductsFile_GivesWhatTheProductSets()
    {
        var settings = HostJson.Read(AppContext.BaseDirectory);
        Assert.NotEqual(HostSettings.Default, settings);
        Assert.True(settings.Queues.Base64);
        Assert.True(settings.Queues.VisibilityTimeout > TimeSpan.Zero, "0 would burn all deliveries of a failing message at once");
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("""{ "functionTimeout": "soon" }""", "'functionTimeout' is 'soon'")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "'extensions.queues.batchSize' is '33' but must be a number from 1 to 32")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 0 } } }""", "batchSize")]
    [InlineData("""{ "extensions": { "queues": { "newBatchThreshold": -1 } } }""", "newBatchThreshold")]
    [InlineData("""{ "extensions": { "queues": { "maxDequeueCount": 0 } } }""", "maxDequeueCount")]
    [InlineData("""{ "extensions": { "queues": { "maxPollingInterval": "00:00:00.050" } } }""", "maxPollingInterval")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "8.00:00:00" } } }""", "visibilityTimeout")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "utf8" } } }""", "messageEncoding")]
    public void Parse_OfAValueOutOfRange_SaysWhichAndWhatIsAllowed(string json, string expected)
    {
        var error = Assert.Throws<InvalidOperationException>(() => HostJson.Parse(json));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("host.json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Http:Port", "70710")]
    [InlineData("Http:Port", "-1")]
    [InlineData("Host:ShutdownGrace", "11:00:00")]
    [InlineData("Host:QueueLease", "00:00:00")]
    [InlineData("WEBSITE_TIME_ZONE", "Atlantis/Center")]
    public void Settings_OutOfRange_AreRefusedByName(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        var error = Assert.Throws<InvalidOperationException>(() => RuntimeOptionsReader.Read(configuration));
        Assert.Contains($"'{key}' is '{value}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingNames_InsideAText_AreReplaced()
    {
        var names = new SettingNames(new ConfigurationBuilder().AddInMemoryCollection([new("A:B", "x"), new("C", "y")]).Build());
        Assert.Equal("x-y-x", names.Resolve("%A:B%-%C%-%A__B%"));
        Assert.Equal("plain", names.Resolve("plain"));
    }
}

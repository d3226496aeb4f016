using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SocialListening.Functions.Tests.Telemetry.AzureMonitor;

/// <summary>
/// What the stand-in for <c>Azure.Monitor.OpenTelemetry.Exporter</c> puts into envelopes, held against golden files. Times of the
/// machine, span ids and versions are replaced by their names.
/// </summary>
public sealed class EnvelopeTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _name = $"envelopes-{Guid.NewGuid():N}";
    private TrackServer _server = null!;

    public async Task InitializeAsync() => _server = await TrackServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Spans_OfEveryKind_BecomeRequestsAndDependencies()
    {
        using var source = new ActivitySource(_name);
        using (Traces())
        {
            Make(source, "CollectMentions", ActivityKind.Consumer, span => span
                .SetTag("messaging.system", "azure_queues").SetTag("messaging.destination.name", "poll-orders").SetTag("sociallistening.count", 12)
                .AddLink(new ActivityLink(new ActivityContext(ActivityTraceId.CreateFromString("ffffffffffffffffffffffffffffffff"), ActivitySpanId.CreateFromString("eeeeeeeeeeeeeeee"), ActivityTraceFlags.Recorded))));
            Make(source, "JudgeBrands", ActivityKind.Internal, span => span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", "System.TimeoutException"));
            Make(source, "OrderPoll", ActivityKind.Producer, span => span.SetTag("messaging.system", "azure_queues").SetTag("messaging.destination.name", "mentions").SetTag("flags", new[] { 1, 2 }));
            Make(source, "Read", ActivityKind.Client, span => span
                .AddEvent(new ActivityEvent("page", Moment.AddSeconds(1), new ActivityTagsCollection([new("number", 2)])))
                .AddEvent(new ActivityEvent("exception", Moment.AddSeconds(2), new ActivityTagsCollection([new("exception.type", "T"), new("exception.message", "M"), new("exception.stacktrace", "at S")]))));
        }

        AssertGolden("spans.json", keepTime: true);
    }

    [Fact]
    public void Metrics_OfEveryKind_BecomeOnePointEachWithTheirTags()
    {
        using var meter = new Meter(_name);
        using (Metrics())
        {
            meter.CreateCounter<long>("posts").Add(3, new KeyValuePair<string, object?>("platform", "x"), new("outcome", "added"));
            meter.CreateUpDownCounter<double>("open").Add(-1.5);
            meter.CreateGauge<long>("depth").Record(7, new KeyValuePair<string, object?>("queue", "mentions"));
            meter.CreateGauge<double>("broken").Record(double.NaN);
            var lag = meter.CreateHistogram<double>("lag");
            lag.Record(2);
            lag.Record(4.5);
            meter.CreateCounter<double>("spend").Add(0.25, new KeyValuePair<string, object?>(new string('k', 151), "left out"), new("long", new string('v', 9_000)), new("none", null));
        }

        AssertGolden("metrics.json", keepTime: false);
    }

    [Fact]
    public void Counters_OverTwoIntervals_TellWhatWasAddedInEach()
    {
        using var meter = new Meter(_name);
        var counter = meter.CreateCounter<long>("posts");
        using (var provider = Metrics())
        {
            counter.Add(3);
            provider.ForceFlush();
            counter.Add(4);
        }

        Assert.Equal([3, 4], _server.Envelopes.Select(envelope => envelope["data"]!["baseData"]!["metrics"]![0]!["value"]!.GetValue<double>()));
    }

    [Fact]
    public void Logs_WithAndWithoutAnException_BecomeMessagesAndExceptions()
    {
        using (var logs = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.SetResourceBuilder(Resource());
            options.AddAzureMonitorLogExporter(Configure);
        })))
        {
            var logger = logs.CreateLogger("Category");
            logger.Log(LogLevel.Warning, new EventId(7, "Late"), Values("Source {Id} is late", ("Id", 4)), null, (_, _) => "Source 4 is late");
            logger.Log(LogLevel.Critical, default, Values("It broke", ("Brand", "b")), new InvalidOperationException("outer", new TimeoutException("inner")), (_, _) => "It broke");
        }

        AssertGolden("logs.json", keepTime: false);
    }

    [Theory]
    [InlineData(0.25F, 0.18, 0.32)]
    [InlineData(0F, 0, 0)]
    [InlineData(1F, 1, 1)]
    public void Sampling_KeepsAShareOfTheTracesAndTellsIt(float ratio, double least, double most)
    {
        using var source = new ActivitySource(_name);
        using (Traces(ratio))
        {
            for (var i = 0; i < 900; i++)
            {
                using var root = source.StartActivity("root", ActivityKind.Producer);
                using var child = source.StartActivity("child");
            }
        }

        var envelopes = _server.Envelopes;
        Assert.InRange(envelopes.Count / 1_800.0, least, most);
        Assert.All(envelopes.GroupBy(envelope => envelope["tags"]!["ai.operation.id"]!.GetValue<string>()), trace => Assert.Equal(2, trace.Count()));
        Assert.All(envelopes, envelope => Assert.Equal(ratio < 1 ? ratio * 100 : null, envelope["sampleRate"]?.GetValue<double>()));
    }

    [Fact]
    public void Sampling_ByTracesASecond_IsRefusedByTheStandIn() => Assert.Throws<NotSupportedException>(() =>
        Sdk.CreateTracerProviderBuilder().AddAzureMonitorTraceExporter(options => options.ConnectionString = _server.ConnectionString).Build());

    private static DateTimeOffset Moment { get; } = new(2026, 3, 24, 10, 20, 0, TimeSpan.Zero);

    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty().AddAttributes([new("service.name", "listening"), new("service.instance.id", "instance-1"), new("service.version", "1.2.3")]);

    private static KeyValuePair<string, object?>[] Values(string template, (string Key, object Value) value) => [new(value.Key, value.Value), new("{OriginalFormat}", template)];

    private static void Make(ActivitySource source, string name, ActivityKind kind, Action<Activity> more)
    {
        var parent = new ActivityContext(ActivityTraceId.CreateFromString("0123456789abcdef0123456789abcdef"), ActivitySpanId.CreateFromString("1122334455667788"), ActivityTraceFlags.Recorded, isRemote: true);
        using var span = source.StartActivity(kind, parent, startTime: Moment, name: name)!;
        more(span);
        span.SetEndTime(Moment.UtcDateTime.AddMilliseconds(61_250));
    }

    private TracerProvider Traces(float ratio = 1) => Sdk.CreateTracerProviderBuilder().AddSource(_name).SetResourceBuilder(Resource()).AddAzureMonitorTraceExporter(options =>
    {
        Configure(options);
        options.SamplingRatio = ratio;
    }).Build();

    private MeterProvider Metrics() => Sdk.CreateMeterProviderBuilder().AddMeter(_name).SetResourceBuilder(Resource()).AddAzureMonitorMetricExporter(Configure).Build();

    private void Configure(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = _server.ConnectionString;
        options.TracesPerSecond = null;
    }

    private void AssertGolden(string file, bool keepTime, [CallerFilePath] string here = "")
    {
        var envelopes = _server.Envelopes;
        foreach (var envelope in envelopes)
        {
            Replace(envelope["tags"]!, "ai.internal.sdkVersion", "SDK");
            var data = envelope["data"]!["baseData"]!;
            Replace(data, "id", "SPAN");
            if (envelope["name"]!.GetValue<string>() is "Message" or "Exception" && envelope["tags"]!["ai.operation.id"] is not null)
            {
                Replace(envelope["tags"]!, "ai.operation.parentId", "SPAN");
            }

            if (data["metrics"]?[0]?["ns"] is not null)
            {
                Replace(data["metrics"]![0]!, "ns", "METER");
            }

            if (!keepTime)
            {
                Replace(envelope, "time", "TIME");
            }
        }

        var text = $"{new JsonArray([.. envelopes]).ToJsonString(Indented)}\n";
        var golden = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Fixtures", "AzureMonitor", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
            Assert.Fail($"{file} was written; run again without UPDATE_GOLDEN.");
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }

    private static void Replace(JsonNode owner, string member, string value)
    {
        Assert.False(string.IsNullOrEmpty(owner[member]?.GetValue<string>()) && member != "id" && member != "ai.operation.parentId", $"{member} is missing.");
        if (owner[member] is not null)
        {
            owner[member] = value;
        }
    }
}

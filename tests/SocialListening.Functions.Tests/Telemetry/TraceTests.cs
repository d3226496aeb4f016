using System.Reflection;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

[Collection(ProcessCollection.Name)]
public sealed class TraceTests(TracedRun run) : IClassFixture<TracedRun>
{
    private static readonly string[] Stages = ["OrderPoll", "CollectMentions", "ScoreMentions", "RaiseAlert", "NotifyAlert"];

    [Fact]
    public void Trace_OfTheMentionBehindAnAlert_GoesFromPollToNotification()
    {
        var traces = run.Collector.Spans.GroupBy(span => span.TraceId).Select(trace => trace.ToList()).Where(trace => trace.Any(span => span.Name == "NotifyAlert")).ToList();

        Assert.NotEmpty(traces);
        Assert.All(traces, trace => Assert.Empty(Stages.Except(trace.Select(span => span.Name))));

        // Each stage hangs on the one before it, up to the root.
        var path = new List<string>();
        for (var span = traces[0].First(span => span.Name == "NotifyAlert"); span is not null; span = traces[0].SingleOrDefault(other => other.SpanId == span.ParentSpanId))
        {
            path.Insert(0, span.Name);
        }

        Assert.Equal(Stages, path);
    }

    [Fact]
    public void Judging_ThatRaisesAnAlert_IsLinkedWithTheTraceOfItsEvidenceAndLinkedFromTheAlert()
    {
        var raised = Spans("RaiseAlert");
        var judging = Spans("JudgeBrands").ToDictionary(span => span.SpanId);

        Assert.NotEmpty(raised);
        Assert.All(raised, alert => Assert.Contains(judging[Assert.Single(alert.Links).SpanId].Links, evidence => evidence.TraceId == alert.TraceId));
    }

    [Fact]
    public void Polls_OfOneTick_HaveTracesOfTheirOwnLinkedWithTheTick()
    {
        var orders = Spans("OrderPoll");
        var ticks = Spans("PollSources").Select(span => span.SpanId).ToHashSet();

        Assert.True(orders.Count > ticks.Count);
        Assert.Equal(orders.Count, orders.Select(order => order.TraceId).Distinct().Count());
        Assert.All(orders, order => Assert.Contains(Assert.Single(order.Links).SpanId, ticks));
    }

    [Fact]
    public void Spans_OfARun_CarryIdsAndCountsOnlyAndNoFailure()
    {
        var known = typeof(TagNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

        Assert.All(run.Collector.Spans, span =>
        {
            Assert.Empty(span.Attributes.Keys.Except(known));
            Assert.Equal(("listening-test", 0UL), (span.Service, span.Status));
        });
        Assert.All(run.Collector.Headers, header => Assert.Equal("passed-on", header));
    }

    [Fact]
    public async Task Mentions_OfATracedRun_KeepTheirTrace()
    {
        var stored = await StoredResult.ReadAsync(run.StoragePath);
        var scored = Spans("ScoreMentions").Select(span => $"00-{span.TraceId}-{span.SpanId}-01").ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(stored.Mentions);
        Assert.All(stored.Mentions, mention => Assert.Contains(mention.TraceParent ?? string.Empty, scored));
        Assert.All(stored.Alerts, alert => Assert.Contains(stored.Mentions, mention => mention.BrandId == alert.BrandId && mention.TraceParent == alert.TraceParent));
    }

    [Theory]
    [InlineData("sociallistening.mentions", "{mention}", "sum")]
    [InlineData("sociallistening.mention.lag", "s", "histogram")]
    [InlineData("sociallistening.alert.lag", "s", "histogram")]
    [InlineData("sociallistening.polls", "{poll}", "sum")]
    [InlineData("sociallistening.poll.lag", "s", "gauge")]
    [InlineData("sociallistening.queue.depth", "{message}", "gauge")]
    [InlineData("sociallistening.queue.age", "s", "gauge")]
    [InlineData("sociallistening.queue.poison", "{message}", "gauge")]
    [InlineData("sociallistening.notifications", "{notification}", "sum")]
    public void Metric_OfTheRun_Arrives(string name, string unit, string kind)
    {
        var points = run.Collector.Metrics.Where(point => point.Name == name).ToList();

        Assert.NotEmpty(points);
        Assert.All(points, point => Assert.Equal((unit, kind), (point.Unit, point.Kind)));
    }

    [Fact]
    public async Task MentionsMetric_AfterTheRun_CountsWhatIsStored()
    {
        var stored = (await StoredResult.ReadAsync(run.StoragePath)).Mentions.Count;

        var counted = run.Collector.Metrics
            .Where(point => point.Name == "sociallistening.mentions" && point.Attributes["outcome"] == "added")
            .GroupBy(point => point.Attributes["platform"])
            .Sum(platform => platform.Max(point => point.Value));

        Assert.Equal(stored, counted);
    }

    [Fact]
    public async Task AzureMonitor_OfTheSameRun_GetsTheSameSpansAndCounts()
    {
        var envelopes = run.Monitor.Envelopes;
        var spans = envelopes.Where(envelope => envelope["name"]!.GetValue<string>() is "Request" or "RemoteDependency").Select(envelope => (
            Trace: envelope["tags"]!["ai.operation.id"]!.GetValue<string>(), Span: envelope["data"]!["baseData"]!["id"]!.GetValue<string>(), Name: envelope["data"]!["baseData"]!["name"]!.GetValue<string>()));
        var metrics = envelopes.Where(envelope => envelope["name"]!.GetValue<string>() == "Metric").ToList();
        var added = metrics.Where(envelope => Point(envelope)["name"]!.GetValue<string>() == "sociallistening.mentions" && envelope["data"]!["baseData"]!["properties"]!["outcome"]!.GetValue<string>() == "added");

        Assert.Equal(run.Collector.Spans.Select(span => (span.TraceId, span.SpanId, span.Name)).ToHashSet(), spans.ToHashSet());
        Assert.Equal((await StoredResult.ReadAsync(run.StoragePath)).Mentions.Count, added.Sum(envelope => Point(envelope)["value"]!.GetValue<double>()));
        Assert.All(metrics, envelope => Assert.Equal("listening-test", envelope["tags"]!["ai.cloud.role"]!.GetValue<string>()));
        Assert.All(metrics, envelope => Assert.StartsWith("SocialListening", Point(envelope)["ns"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Telemetry_OfARun_HoldsNoTextOfAPostNoAuthorAndNoSecret()
    {
        var mentions = (await StoredResult.ReadAsync(run.StoragePath)).Mentions;
        var sent = string.Join('\n', run.Monitor.Requests.Select(request => request.Body).Concat(run.Collector.LogTexts));

        Assert.Contains(run.Monitor.Envelopes, envelope => envelope["name"]!.GetValue<string>() == "Message");
        Assert.All(mentions.Select(mention => mention.Mention.Text).Where(text => text.Length >= 12).Distinct(StringComparer.Ordinal), text => Assert.DoesNotContain(JsonText(text[..12]), sent, StringComparison.Ordinal));
        Assert.All(mentions.Select(mention => mention.Mention.AuthorId).OfType<string>().Distinct(StringComparer.Ordinal), author => Assert.DoesNotContain(author, sent, StringComparison.Ordinal));
        Assert.All(TracedRun.Secrets, secret => Assert.DoesNotContain(secret, sent, StringComparison.Ordinal));
    }

    private static System.Text.Json.Nodes.JsonNode Point(System.Text.Json.Nodes.JsonNode envelope) => envelope["data"]!["baseData"]!["metrics"]![0]!;

    private static string JsonText(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();

    private List<OtlpSpan> Spans(string name) => [.. run.Collector.Spans.Where(span => span.Name == name)];
}

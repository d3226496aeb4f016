using System.Diagnostics;
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
        var traces = run.Activities.GroupBy(activity => activity.TraceId).Select(trace => trace.ToList()).Where(trace => trace.Any(activity => activity.OperationName == "NotifyAlert")).ToList();

        Assert.NotEmpty(traces);
        Assert.All(traces, trace => Assert.Empty(Stages.Except(trace.Select(activity => activity.OperationName))));

        // Each stage hangs on the one before it, up to the root.
        var notified = traces[0].First(activity => activity.OperationName == "NotifyAlert");
        var path = new List<string>();
        for (var activity = notified; activity is not null; activity = traces[0].SingleOrDefault(other => other.SpanId == activity.ParentSpanId))
        {
            path.Insert(0, activity.OperationName);
        }

        Assert.Equal(Stages, path);
    }

    [Fact]
    public void Judging_ThatRaisesAnAlert_IsLinkedWithTheTraceOfItsEvidenceAndLinkedFromTheAlert()
    {
        var raised = run.Activities.Where(activity => activity.OperationName == "RaiseAlert").ToList();
        var judging = run.Activities.Where(activity => activity.OperationName == "JudgeBrands").ToDictionary(activity => activity.SpanId);

        Assert.NotEmpty(raised);
        Assert.All(raised, alert =>
        {
            var link = Assert.Single(alert.Links);
            Assert.Contains(judging[link.Context.SpanId].Links, evidence => evidence.Context.TraceId == alert.TraceId);
        });
    }

    [Fact]
    public void Polls_OfOneTick_HaveTracesOfTheirOwnLinkedWithTheTick()
    {
        var orders = run.Activities.Where(activity => activity.OperationName == "OrderPoll").ToList();
        var ticks = run.Activities.Where(activity => activity.OperationName == "PollSources").Select(activity => activity.SpanId).ToHashSet();

        Assert.Equal(orders.Count, orders.Select(order => order.TraceId).Distinct().Count());
        Assert.All(orders, order => Assert.Contains(Assert.Single(order.Links).Context.SpanId, ticks));
    }

    [Fact]
    public void Activities_OfARun_CarryIdsAndCountsOnly()
    {
        var known = typeof(TagNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

        Assert.All(run.Activities.SelectMany(activity => activity.TagObjects), tag => Assert.Contains(tag.Key, known));
        Assert.All(run.Activities, activity => Assert.NotEqual(ActivityStatusCode.Error, activity.Status));
    }

    [Fact]
    public async Task Mentions_OfATracedRun_KeepTheirTrace()
    {
        var stored = await StoredResult.ReadAsync(run.StoragePath);

        Assert.NotEmpty(stored.Mentions);
        Assert.All(stored.Mentions, mention => Assert.True(ActivityContext.TryParse(mention.TraceParent, null, out _)));
        Assert.All(stored.Alerts, alert => Assert.Contains(stored.Mentions, mention => mention.TraceParent == alert.TraceParent));
    }

    [Fact]
    public void Collector_AfterTheRun_HoldsTheSameTraces()
    {
        var sent = run.Collector.Spans.ToList();
        var here = run.Activities.ToDictionary(activity => activity.SpanId.ToHexString());

        // The exporter drops what comes faster than it can send; a replay runs a day in a second.
        Assert.InRange(sent.Count, 100, here.Count);
        Assert.All(sent, span =>
        {
            var activity = here[span.SpanId];
            Assert.Equal("listening-test", span.Service);
            Assert.Equal(activity.TraceId.ToHexString(), span.TraceId);
            Assert.Equal(activity.OperationName, span.Name);
            Assert.Equal(activity.Links.Select(link => link.Context.TraceId.ToHexString()), span.LinkedTraces);
        });
        Assert.All(run.Collector.Headers, header => Assert.Equal("passed-on", header));
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
}

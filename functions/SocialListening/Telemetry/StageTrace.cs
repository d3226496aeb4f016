using System.Diagnostics;
using SocialListening.Contracts;

namespace SocialListening.Telemetry;

/// <summary>Runs a stage's work inside an activity, so that one trace follows a mention through the queues. Without a listener the work just runs.</summary>
internal static class StageTrace
{
    /// <summary>Runs what a timer started.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Handed to the work.</param>
    public static async Task RunAsync(string stage, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var activity = ListeningTelemetry.Activities.StartActivity(stage);
        await RunAsync(activity, work(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Runs the work that a message asks for, as a part of the trace that the message carries.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="queue">The queue that the message came from.</param>
    /// <param name="message">The message text.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Handed to the work.</param>
    public static async Task ConsumeAsync(string stage, string queue, string message, Func<string, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var activity = StartConsumer(stage, queue, message);
        await RunAsync(activity, work(message, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Makes a message that starts a trace of its own, linked with the current one.</summary>
    /// <param name="name">The activity's name.</param>
    /// <param name="sourceId">The source that the message is about.</param>
    /// <param name="make">Makes the message.</param>
    public static string InOwnTrace(string name, string sourceId, Func<string> make)
    {
        if (!ListeningTelemetry.Activities.HasListeners())
        {
            return make();
        }

        var around = Activity.Current;
        Activity.Current = null;
        try
        {
            using var activity = ListeningTelemetry.Activities.StartActivity(ActivityKind.Producer, default, [new(TagNames.SourceId, sourceId)], LinksTo(around), name: name);
            return make();
        }
        finally
        {
            Activity.Current = around;
        }
    }

    /// <summary>Starts an activity in the trace of the mention that weighs most, linked with the current one.</summary>
    /// <param name="name">The activity's name.</param>
    /// <param name="traceParent">The <c>traceparent</c> that was kept with the mention; the current trace goes on without one.</param>
    /// <returns>The activity, or <see langword="null"/> when nobody listens.</returns>
    public static Activity? Continue(string name, string? traceParent) => ActivityContext.TryParse(traceParent, null, true, out var parent)
        ? ListeningTelemetry.Activities.StartActivity(ActivityKind.Producer, parent, links: LinksTo(Activity.Current), name: name)
        : ListeningTelemetry.Activities.StartActivity(name, ActivityKind.Producer);

    /// <summary>Links the current activity with the traces that it draws together. Traces that cannot be read are left out.</summary>
    /// <param name="traceParents">Their <c>traceparent</c> values.</param>
    public static void Link(IEnumerable<string?> traceParents)
    {
        if (Activity.Current is not { IsAllDataRequested: true } current)
        {
            return;
        }

        foreach (var traceParent in traceParents.Distinct(StringComparer.Ordinal))
        {
            if (ActivityContext.TryParse(traceParent, null, true, out var context))
            {
                current.AddLink(new ActivityLink(context));
            }
        }
    }

    /// <summary>The <c>traceparent</c> to keep with what the current activity makes; <see langword="null"/> unless it is recorded.</summary>
    public static string? Current =>
        Activity.Current is { Recorded: true } current && current.Source == ListeningTelemetry.Activities ? current.Id : null;

    private static Activity? StartConsumer(string stage, string queue, string message)
    {
        if (!ListeningTelemetry.Activities.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(EnvelopeCodec.ReadTraceParent(message), null, true, out var parent);
        var links = parent == default ? null : LinksTo(Activity.Current);
        return ListeningTelemetry.Activities.StartActivity(
            ActivityKind.Consumer,
            parent,
            [new(TagNames.MessagingDestination, queue), new(TagNames.MessagingSystem, "azure_queues")],
            links,
            name: stage);
    }

    private static ActivityLink[]? LinksTo(Activity? activity) => activity is null ? null : [new ActivityLink(activity.Context)];

    private static async Task RunAsync(Activity? activity, Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception failure) when (Note(activity, failure))
        {
            throw;
        }
    }

    // The message of a failure may quote what it failed on, so only its type is told.
    private static bool Note(Activity? activity, Exception failure)
    {
        activity?.SetStatus(ActivityStatusCode.Error).SetTag(TagNames.ErrorType, failure.GetType().FullName);
        return false;
    }
}

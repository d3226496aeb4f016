using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Storage;

namespace SocialListening.Privacy.Erasing;

/// <summary>
/// Carries out erasure orders: deletes mentions and takes their links out of alerts, until a look finds nothing. A batch that
/// had passed the ledger before the entry was made may still be stored after that, so a second look follows when every such
/// batch has ended, and only then is the erasure done.
/// </summary>
public sealed partial class ErasureProcessor(
    ErasureRegister register,
    ErasureKeys keys,
    ErasureRequests requests,
    IMentionErasure mentions,
    IAlertEvidence alerts,
    PoisonQueue poison,
    TimeProvider time,
    ILogger<ErasureProcessor> logger)
{
    /// <summary>How long after the first look the second follows: a function runs for ten minutes at most, see <c>functionTimeout</c> in host.json.</summary>
    public static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(15);

    // A thousand mentions at most for each message; the rest goes on in another.
    private const int Rounds = 10;

    // An alert shows what was posted around its onset; what is older cannot get into one any more.
    private const int MostRemembered = 100;

    /// <summary>Processes one message of <see cref="QueueNames.Erasures"/>. Processing it again erases nothing twice.</summary>
    /// <param name="message">The message text.</param>
    /// <param name="cancellationToken">Cancels between writes; the message is then delivered again and goes on.</param>
    /// <returns>How many stored mentions were deleted.</returns>
    public async Task<int> ProcessAsync(string message, CancellationToken cancellationToken)
    {
        ErasureOrder order;
        try
        {
            order = ErasureOrderCodec.Read(message);
        }
        catch (UnreadableMessageException e)
        {
            Log.Unreadable(logger, e.Message);
            await poison.RejectAsync(QueueNames.Erasures, message, e.Message, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var entries = await register.EnterAsync(order, cancellationToken).ConfigureAwait(false);
        await ForgetInAlertsAsync(order, KnownIds(order), cancellationToken).ConfigureAwait(false);
        var deleted = new List<MentionPlace>();
        for (var round = 0; round < Rounds; round++)
        {
            var found = await FindAsync(order, cancellationToken).ConfigureAwait(false);
            if (found.Count == 0)
            {
                await FinishAsync(order, entries, deleted, cancellationToken).ConfigureAwait(false);
                return deleted.Count;
            }

            await EraseAsync(order, found, cancellationToken).ConfigureAwait(false);
            deleted.AddRange(found);
        }

        await requests.SendAsync(order with { Deleted = Remembered(order, deleted) }, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        Log.GoesOn(logger, entries[0].Key, deleted.Count);
        return deleted.Count;
    }

    private Task<IReadOnlyList<MentionPlace>> FindAsync(ErasureOrder order, CancellationToken cancellationToken) => order.Kind == ErasureKind.Author
        ? mentions.FindByAuthorAsync(order.Platform, [.. order.Subjects.Append(keys.PseudonymOf(order.Platform, order.Subjects[0])).Distinct(StringComparer.Ordinal)], cancellationToken)
        : mentions.FindAsync([.. order.Subjects.Select(post => MentionId.Of(order.Platform, post))], cancellationToken);

    // Alerts first: while a mention is stored, an order that comes again finds it and so its links.
    private async Task EraseAsync(ErasureOrder order, IReadOnlyList<MentionPlace> found, CancellationToken cancellationToken)
    {
        await ForgetInAlertsAsync(order, [.. found.Select(place => place.MentionId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        await mentions.DeleteAsync(found, cancellationToken).ConfigureAwait(false);
        foreach (var (key, count) in found.CountBy(place => KeyOf(order, place.MentionId), StringComparer.Ordinal))
        {
            await register.ChangeAsync(key, entry => entry! with { Mentions = entry.Mentions + count }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ForgetInAlertsAsync(ErasureOrder order, string[] mentionIds, CancellationToken cancellationToken)
    {
        if (mentionIds.Length == 0)
        {
            return;
        }

        var removed = await alerts.RemovePostsAsync(mentionIds, cancellationToken).ConfigureAwait(false);
        foreach (var (key, count) in removed.CountBy(mentionId => KeyOf(order, mentionId), StringComparer.Ordinal))
        {
            await register.ChangeAsync(key, entry => entry! with { AlertPosts = entry.AlertPosts + count }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FinishAsync(ErasureOrder order, IReadOnlyList<ErasureRecord> entries, List<MentionPlace> deleted, CancellationToken cancellationToken)
    {
        // What a second look still found may be in an alert again, so a third one follows.
        var done = order.Confirms && deleted.Count == 0;
        if (!done && entries.Any(entry => entry.DoneAtUtc is null))
        {
            await requests.SendAsync(order with { Confirms = true, Deleted = Remembered(order, deleted) }, SecondLook, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        foreach (var entry in entries)
        {
            await register.ChangeAsync(
                entry.Key,
                known => known! with { ErasedAtUtc = known.ErasedAtUtc ?? now, DoneAtUtc = known.DoneAtUtc ?? (done ? now : null) },
                cancellationToken).ConfigureAwait(false);
            Log.Looked(logger, entry.Key, order.Confirms ? 2 : 1, deleted.Count);
        }
    }

    private static string[] KnownIds(ErasureOrder order) => order.Kind == ErasureKind.Post
        ? [.. order.Subjects.Select(post => MentionId.Of(order.Platform, post))]
        : [.. order.Deleted];

    // The ids of posts stand in their order already.
    private static string[] Remembered(ErasureOrder order, IEnumerable<MentionPlace> deleted) => order.Kind == ErasureKind.Post
        ? []
        : [.. deleted.OrderByDescending(place => place.CreatedAtUtc).Select(place => place.MentionId).Concat(order.Deleted).Distinct(StringComparer.Ordinal).Take(MostRemembered)];

    private string KeyOf(ErasureOrder order, string mentionId) =>
        order.Kind == ErasureKind.Author ? keys.OfAuthor(order.Platform, order.Subjects[0]) : keys.OfPost(mentionId);

    private static partial class Log
    {
        [LoggerMessage(7000, LogLevel.Information, "Erasure {Key}: look {Look} deleted {Mentions} mentions and found nothing more")]
        public static partial void Looked(ILogger logger, string key, int look, int mentions);

        [LoggerMessage(7001, LogLevel.Information, "Erasure {Key}: {Mentions} mentions deleted, more to come")]
        public static partial void GoesOn(ILogger logger, string key, int mentions);

        [LoggerMessage(7002, LogLevel.Error, "A message was put aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}

using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Privacy.Erasing;

/// <summary>
/// Stops what was erased from coming back, however it comes: delivered again, polled again, backfilled, or out of a poison queue.
/// A post that its platform marks as gone is erased here and now.
/// </summary>
public sealed class ErasureGate(IErasureLedger ledger, ErasureKeys keys, ErasureRequests requests, TimeProvider time)
{
    /// <summary>Says of each mention whether it must be dropped.</summary>
    /// <param name="mentions">The mentions, with author ids or pseudonyms.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One answer for each, in order.</returns>
    public async Task<IReadOnlyList<bool>> AreErasedAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var keysOf = new (string Post, string? Author)[mentions.Count];
        var authors = new Dictionary<(string Platform, string Author), string>();
        for (var i = 0; i < keysOf.Length; i++)
        {
            keysOf[i] = (keys.OfPost(mentions[i].Id), AuthorKey(mentions[i], authors));
        }

        var asked = keysOf.Select(key => key.Post).Concat(keysOf.Select(key => key.Author).OfType<string>()).Distinct(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in asked.Chunk(IErasureLedger.MaxKeys))
        {
            found.UnionWith(await ledger.FindAsync(part, cancellationToken).ConfigureAwait(false));
        }

        var erased = new bool[mentions.Count];
        for (var i = 0; i < erased.Length; i++)
        {
            erased[i] = found.Contains(keysOf[i].Post) || (keysOf[i].Author is { } author && found.Contains(author));
        }

        return await FollowSignalsAsync(mentions, erased, cancellationToken).ConfigureAwait(false);
    }

    private string? AuthorKey(Mention mention, Dictionary<(string Platform, string Author), string> known)
    {
        if ((mention.AuthorId ?? mention.AuthorHandle) is not { Length: > 0 } author)
        {
            return null;
        }

        if (!known.TryGetValue((mention.Platform, author), out var key))
        {
            known[(mention.Platform, author)] = key = keys.OfAuthor(mention.Platform, author);
        }

        return key;
    }

    private async Task<bool[]> FollowSignalsAsync(IReadOnlyList<Mention> mentions, bool[] erased, CancellationToken cancellationToken)
    {
        var gone = Enumerable.Range(0, erased.Length).Where(i => !erased[i] && mentions[i].DeletionSignal is not null).ToArray();
        foreach (var platform in gone.GroupBy(i => mentions[i].Platform, i => mentions[i].PlatformPostId, StringComparer.Ordinal))
        {
            foreach (var posts in platform.Distinct(StringComparer.Ordinal).Chunk(ErasureOrder.MaxPosts))
            {
                var order = new ErasureOrder { Kind = ErasureKind.Post, Platform = platform.Key, Subjects = posts, Reason = ErasureReason.PlatformSignal, RequestedAtUtc = time.GetUtcNow() };
                await requests.RequestAsync(order, cancellationToken).ConfigureAwait(false);
            }
        }

        Array.ForEach(gone, i => erased[i] = true);
        return erased;
    }
}

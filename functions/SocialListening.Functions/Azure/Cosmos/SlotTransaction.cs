using Microsoft.Azure.Cosmos;
using SocialListening.Privacy;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Reads documents of one slot, lets them be changed, and writes what changed in one transaction. Each document is made only if
/// it does not exist, or replaced only in the version that was read; if anybody else wrote any of them, nothing is written and
/// all is read and decided again. So a mention is counted exactly when its document is made, whoever races and whatever answer
/// is lost. Each document carries the mark of the attempt that wrote it, by which an attempt whose answer was lost is recognised.
/// </summary>
/// <param name="table">The container.</param>
/// <param name="brandId">The brand.</param>
/// <param name="slot">The slot.</param>
/// <param name="retention">How long mentions and their counts are kept.</param>
internal sealed class SlotTransaction<T>(CosmosTable table, string brandId, string slot, RetentionOptions retention)
    where T : struct
{
    private readonly PartitionKey _key = CosmosSlots.Key(brandId, slot);
    private readonly string _token = CosmosKeys.NewToken();
    private readonly List<T> _attempts = [];

    /// <summary>Carries it out.</summary>
    /// <param name="ids">The documents to read; the counts of mentions among them are read too.</param>
    /// <param name="change">Changes them; called once for each attempt.</param>
    /// <param name="cancellationToken">Cancels between attempts.</param>
    /// <returns>What <paramref name="change"/> returned; <see langword="null"/> if that was more than a transaction holds, and nothing was written.</returns>
    /// <exception cref="CosmosStorageException">Others were first too often, or the service did not answer.</exception>
    public async Task<T?> RunAsync(IReadOnlySet<string> ids, Func<SlotState, T> change, CancellationToken cancellationToken)
    {
        T? outcome = null;
        var answer = await CosmosRetry.Transactions.ExecuteAsync(
            async cancel =>
            {
                var state = await ReadAsync(ids, cancel).ConfigureAwait(false);
                outcome = Earlier(state);
                if (outcome is not null)
                {
                    return (CosmosAnswer?)null;
                }

                var result = change(state);
                var changes = state.Finish();
                if (changes.Length > SlotState.MostDocuments)
                {
                    return null;
                }

                outcome = result;
                return changes.Length == 0 ? null : await CommitAsync(changes, result, cancel).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return answer is { Succeeded: false } failure ? throw CosmosStorageException.From("batch", table.Name, failure) : outcome;
    }

    private async Task<SlotState> ReadAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var state = new SlotState(brandId);
        await ReadAsync(state, [.. ids], cancellationToken).ConfigureAwait(false);

        // A stored mention may have been counted in another hour than that of its present reading; as a rule there is none.
        string[] others = [.. state.Mentions.SelectMany(stored => SlotState.IdsFor(stored.Value.Mention)).Where(id => !ids.Contains(id)).Distinct(StringComparer.Ordinal)];
        if (others.Length > 0)
        {
            await ReadAsync(state, others, cancellationToken).ConfigureAwait(false);
        }

        return state;
    }

    private Task<List<string>> ReadAsync(SlotState state, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        table.QueryAsync(_key, CosmosSql.In("SELECT * FROM c WHERE c.id", ids), int.MaxValue, state.Add, cancellationToken);

    private T? Earlier(SlotState state)
    {
        for (var attempt = 0; attempt < _attempts.Count; attempt++)
        {
            if (state.Writes.Contains(Mark(attempt)))
            {
                return _attempts[attempt];
            }
        }

        return null;
    }

    private async Task<CosmosAnswer?> CommitAsync(SlotDocument[] changes, T outcome, CancellationToken cancellationToken)
    {
        var mark = Mark(_attempts.Count);
        _attempts.Add(outcome);
        return await table.CommitAsync(_key, batch => Fill(batch, changes, mark), cancellationToken).ConfigureAwait(false);
    }

    private void Fill(TransactionalBatch batch, SlotDocument[] changes, string mark)
    {
        foreach (var change in changes)
        {
            if (change is SlotMention { Erased: true })
            {
                batch.DeleteItem(change.Id, new TransactionalBatchItemRequestOptions { IfMatchEtag = change.ETag });
                continue;
            }

            var document = change.ToJson(slot, retention);
            document["write"] = mark;
            var content = new MemoryStream(CosmosJson.Write(document));
            if (change.ETag is null)
            {
                batch.CreateItemStream(content);
            }
            else
            {
                batch.ReplaceItemStream(change.Id, content, new TransactionalBatchItemRequestOptions { IfMatchEtag = change.ETag });
            }
        }
    }

    private string Mark(int attempt) => $"{_token}.{attempt}";
}

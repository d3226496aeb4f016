using System.Diagnostics;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Queues;
using SocialListening.Telemetry;

namespace SocialListening.Collecting;

/// <summary>
/// Packs what polls that run at the same time in this process bring into common messages, since each message costs the same
/// however few mentions it holds. A batch waits while other polls may still bring mentions, until the message is full or
/// <see cref="CollectingOptions.PackingWait"/> is over; a poll that runs alone waits for nobody. Nobody goes on before what it
/// brought is queued. Safe for use by many threads.
/// </summary>
/// <param name="queues">The queues.</param>
/// <param name="options">The longest wait.</param>
public sealed class MentionPacker(IQueueTransport queues, IOptions<CollectingOptions> options)
{
    private readonly Lock _gate = new();
    private Parcel? _open;
    private int _reading;

    /// <summary>Announces a poll that may bring mentions.</summary>
    /// <returns>To be disposed once it brings no more.</returns>
    public IDisposable Announce()
    {
        lock (_gate)
        {
            _reading++;
        }

        return new Announcement(this);
    }

    /// <summary>Queues a batch of an announced poll, together with those of others.</summary>
    /// <param name="batch">The batch, with masked texts.</param>
    /// <param name="pack">Packs what was gathered into the texts of messages.</param>
    /// <param name="cancellationToken">Ends the wait of this poll; what it brought may be queued nevertheless.</param>
    public async Task SendAsync(MentionBatch batch, Func<MentionBatch, IReadOnlyList<string>> pack, CancellationToken cancellationToken)
    {
        var (parcel, first) = Add(batch);
        try
        {
            if (first)
            {
                await SendAsync(parcel, pack).ConfigureAwait(false);
            }

            var trace = await parcel.Sent.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!first)
            {
                // The message goes on in the trace of the poll that sent it.
                StageTrace.Link([trace]);
            }
        }
        finally
        {
            lock (_gate)
            {
                _reading++;
            }
        }
    }

    private (Parcel Parcel, bool First) Add(MentionBatch batch)
    {
        lock (_gate)
        {
            if (_open is { } full && full.Mentions + batch.Mentions.Count > MentionBatchCodec.MaxMentions)
            {
                full.Close();
                _open = null;
            }

            var first = _open is null;
            var parcel = _open ??= new Parcel();
            parcel.Add(batch);
            _reading--;
            CloseWhenNobodyReads();
            return (parcel, first);
        }
    }

    private void CloseWhenNobodyReads()
    {
        if (_reading <= 0 && _open is { } parcel)
        {
            parcel.Close();
            _open = null;
        }
    }

    private async Task SendAsync(Parcel parcel, Func<MentionBatch, IReadOnlyList<string>> pack)
    {
        try
        {
            // The wait is for other work of this process, so it is on real time, also while a replay runs on its own.
            await parcel.Closed.WaitAsync(options.Value.PackingWait, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_gate)
            {
                _open = _open == parcel ? null : _open;
            }

            // Others wait for this too, so it goes on whatever becomes of this poll.
            var messages = pack(parcel.ToBatch());
            await queues.SendAsync(QueueNames.Mentions, [.. messages.Select(QueueText.Encode)], TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
            parcel.Settle(StageTrace.Current);
        }
        catch (Exception failure)
        {
            parcel.Fail(failure);
            throw;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _reading--;
            CloseWhenNobodyReads();
        }
    }

    private sealed class Announcement(MentionPacker packer) : IDisposable
    {
        private MentionPacker? _packer = packer;

        public void Dispose() => Interlocked.Exchange(ref _packer, null)?.Leave();
    }

    private sealed class Parcel
    {
        private readonly List<MentionBatch> _batches = [];
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<string?> _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Mentions { get; private set; }

        public Task Closed => _closed.Task;

        public Task<string?> Sent => _sent.Task;

        public void Add(MentionBatch batch)
        {
            _batches.Add(batch);
            Mentions += batch.Mentions.Count;
        }

        public void Close() => _closed.TrySetResult();

        public void Settle(string? trace) => _sent.TrySetResult(trace);

        public void Fail(Exception failure)
        {
            _sent.TrySetException(failure);

            // With nobody else waiting, nobody else looks at it.
            _ = _sent.Task.Exception;
        }

        public MentionBatch ToBatch()
        {
            var first = _batches[0];
            Debug.Assert(_batches.TrueForAll(batch => batch.Masked == first.Masked), "Collection masks every text.");
            return first with
            {
                Mentions =
                [
                    .. first.Mentions,
                    .. _batches.Skip(1).SelectMany(batch => batch.Mentions.Select(mention => mention with { SourceId = batch.SourceId, CollectedAtUtc = batch.CollectedAtUtc })),
                ],
            };
        }
    }
}

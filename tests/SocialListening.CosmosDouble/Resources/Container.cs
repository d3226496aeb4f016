using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>A container: its definition and, by logical partition, its documents. One lock serializes its writes.</summary>
internal sealed class Container
{
    private readonly Dictionary<KeyValue, LogicalPartition> _partitions = [];
    private readonly TimeProvider _clock;
    private readonly IContainerJournal _journal;
    private List<Change>? _transaction;
    private long _lsn;
    private long _documents;

    public Container(string id, string rid, string databaseRid, JsonObject definition, int physicalPartitions, TimeProvider clock, IContainerJournal journal)
    {
        (Id, Rid, _clock, _journal) = (id, rid, clock, journal);
        SelfLink = $"dbs/{databaseRid}/colls/{rid}/";
        Ranges = PhysicalRange.Split(physicalPartitions);
        Key = KeyDefinition.Parse(definition.Deserialize<JsonElement>());
        Define(definition);
    }

    public string Id { get; }

    public string Rid { get; }

    /// <summary>Self link by resource ids, with a slash at its end.</summary>
    public string SelfLink { get; }

    public KeyDefinition Key { get; }

    public IReadOnlyList<PhysicalRange> Ranges { get; }

    /// <summary>The definition as the service gives it back.</summary>
    public JsonObject Definition { get; private set; } = [];

    public IndexingPolicy Indexing { get; private set; } = null!;

    /// <summary>Seconds; -1 when documents may have their own; null when nothing ever expires.</summary>
    public int? DefaultTimeToLive { get; private set; }

    /// <summary>Held while documents are read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Number of the latest write.</summary>
    public long Lsn => Volatile.Read(ref _lsn);

    /// <summary>Takes over a new definition: indexing policy and time to live may change, the key may not.</summary>
    public void Define(JsonObject definition)
    {
        var element = definition.Deserialize<JsonElement>();
        if (!KeyDefinition.Parse(element).Paths.SelectMany(path => path).SequenceEqual(Key.Paths.SelectMany(path => path)))
        {
            throw GatewayException.BadRequest("The partition key of a container cannot be changed.");
        }

        DefaultTimeToLive = definition["defaultTtl"]?.GetValue<int>();
        if (DefaultTimeToLive is 0 or < -1)
        {
            throw GatewayException.BadRequest("The value of defaultTtl must be -1 or a positive whole number.");
        }

        Indexing = IndexingPolicy.Parse(element);
        Definition = definition;
    }

    /// <summary>The token a session carries to read its own writes.</summary>
    public string SessionToken(string rangeId) => string.Create(CultureInfo.InvariantCulture, $"{rangeId}:-1#{Lsn}");

    /// <summary>The physical partition of a key.</summary>
    public PhysicalRange RangeOf(KeyValue key)
    {
        var effective = EffectiveKey.Of(key, Key);
        return Ranges.First(range => range.Holds(effective));
    }

    /// <summary>How many documents are kept, those included that have expired.</summary>
    public int Count
    {
        get
        {
            lock (Gate)
            {
                return _partitions.Values.Sum(partition => partition.Documents.Count);
            }
        }
    }

    /// <summary>What is alive in the given partitions, in the order of creation.</summary>
    /// <param name="wanted">Chooses the partitions.</param>
    /// <param name="ids">The only documents that are looked for; null for all.</param>
    public IReadOnlyList<StoredDocument> Snapshot(Func<LogicalPartition, bool> wanted, IReadOnlySet<string>? ids = null)
    {
        lock (Gate)
        {
            var now = Now();
            return [.. _partitions.Values.Where(wanted)
                .SelectMany(partition => ids is null ? partition.Documents.Values : partition.Find(ids))
                .Where(document => !Expired(document, now))
                .OrderBy(document => document.Number)];
        }
    }

    /// <summary>A document that is alive, or null.</summary>
    public StoredDocument? Find(KeyValue key, string id)
    {
        lock (Gate)
        {
            return _partitions.TryGetValue(key, out var partition) && partition.Documents.TryGetValue(id, out var document) && !Expired(document, Now())
                ? document
                : null;
        }
    }

    /// <summary>Stores a document in place of <paramref name="previous"/>, or as a new one. The caller holds the gate.</summary>
    public StoredDocument Store(KeyValue key, DocumentBody body, StoredDocument? previous)
    {
        var rid = previous?.Rid ?? ResourceIds.Document(Rid, ++_documents);
        var timestamp = Now();
        var lsn = _lsn + 1;
        var etag = $"\"{lsn:x8}-0000-0000-0000-{timestamp:x12}\"";
        var document = new StoredDocument(body.Id, key, body.Complete(rid, $"{SelfLink}docs/{rid}/", etag, timestamp), rid, etag, timestamp, body.TimeToLive, lsn);
        Put(new(key, body.Id, previous, document));
        return document;
    }

    /// <summary>Removes a document. The caller holds the gate.</summary>
    public void Remove(StoredDocument document) => Put(new(document.Key, document.Id, document, null));

    /// <summary>Runs operations of which either all or none take effect. The caller holds the gate.</summary>
    /// <param name="operations">Answers whether the whole is to stand.</param>
    public bool Atomically(Func<bool> operations)
    {
        _transaction = [];
        var stands = false;
        try
        {
            stands = operations();
        }
        finally
        {
            var changes = _transaction;
            _transaction = null;
            if (stands)
            {
                _journal.Append(this, changes);
            }
            else
            {
                foreach (var change in Enumerable.Reverse(changes))
                {
                    Apply(change.Key, change.Id, change.Before);
                }
            }
        }

        return stands;
    }

    /// <summary>Puts a document back as it was journalled; null takes it away.</summary>
    public void Restore(KeyValue key, string id, StoredDocument? document)
    {
        _lsn = Math.Max(_lsn + 1, document?.Lsn ?? 0);
        _documents = _lsn;
        Apply(key, id, document);
    }

    private void Put(Change change)
    {
        Volatile.Write(ref _lsn, _lsn + 1);
        Apply(change.Key, change.Id, change.After);
        if (_transaction is not null)
        {
            _transaction.Add(change);
        }
        else
        {
            _journal.Append(this, [change]);
        }
    }

    private void Apply(KeyValue key, string id, StoredDocument? document)
    {
        if (!_partitions.TryGetValue(key, out var partition))
        {
            partition = new(key, EffectiveKey.Of(key, Key));
            _partitions.Add(key, partition);
        }

        if (document is null)
        {
            partition.Documents.Remove(id);
        }
        else
        {
            partition.Documents[id] = document;
        }
    }

    private bool Expired(StoredDocument document, long now) =>
        DefaultTimeToLive is { } byDefault && (document.TimeToLive ?? byDefault) is > 0 and var seconds && document.Timestamp + seconds <= now;

    private long Now() => _clock.GetUtcNow().ToUnixTimeSeconds();
}

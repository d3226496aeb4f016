using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>The operations on one document. Each checks, acts and charges under the container's lock.</summary>
internal sealed class DocumentOperations(Container container)
{
    /// <summary>Reads a document: 200, 304 when the reader has it already, 404.</summary>
    public DocumentOutcome Read(KeyValue key, string id, Preconditions preconditions)
    {
        if (container.Find(Full(key), id) is not { } document)
        {
            return DocumentOutcome.NotFound with { Charge = 1 };
        }

        return preconditions.AlreadyRead(document)
            ? new(304, 1, document)
            : new(200, RequestUnits.Read(document.Body.Length), document);
    }

    /// <summary>Creates a document: 201, 409.</summary>
    public DocumentOutcome Create(KeyValue key, DocumentBody body)
    {
        Match(key, body);
        lock (container.Gate)
        {
            return container.Find(key, body.Id) is null ? Insert(key, body) : DocumentOutcome.Conflict;
        }
    }

    /// <summary>Creates or replaces a document: 201, 200, 412.</summary>
    public DocumentOutcome Upsert(KeyValue key, DocumentBody body, Preconditions preconditions)
    {
        Match(key, body);
        lock (container.Gate)
        {
            return container.Find(key, body.Id) is { } previous ? Overwrite(previous, body, preconditions) : Insert(key, body);
        }
    }

    /// <summary>Replaces a document: 200, 404, 412.</summary>
    public DocumentOutcome Replace(KeyValue key, string id, DocumentBody body, Preconditions preconditions)
    {
        Match(key, body);
        if (!string.Equals(id, body.Id, StringComparison.Ordinal))
        {
            throw GatewayException.BadRequest("The id of a document cannot be changed.");
        }

        lock (container.Gate)
        {
            return container.Find(key, id) is { } previous ? Overwrite(previous, body, preconditions) : DocumentOutcome.NotFound;
        }
    }

    /// <summary>Deletes a document: 204, 404, 412.</summary>
    public DocumentOutcome Delete(KeyValue key, string id, Preconditions preconditions)
    {
        lock (container.Gate)
        {
            if (container.Find(Full(key), id) is not { } document)
            {
                return DocumentOutcome.NotFound;
            }

            if (!preconditions.AllowWrite(document))
            {
                return DocumentOutcome.PreconditionFailed;
            }

            container.Remove(document);
            return new(204, RequestUnits.Write(document.Body.Length, Indexed(document)));
        }
    }

    /// <summary>Changes parts of a document: 200, 404, 412.</summary>
    public DocumentOutcome Patch(KeyValue key, string id, DocumentPatch patch, Preconditions preconditions)
    {
        lock (container.Gate)
        {
            if (container.Find(Full(key), id) is not { } previous)
            {
                return DocumentOutcome.NotFound;
            }

            if (!preconditions.AllowWrite(previous) || !patch.Fits(previous.Root))
            {
                return DocumentOutcome.PreconditionFailed;
            }

            var body = DocumentBody.From(patch.Apply(previous.Root));
            if (body.Id != id || !body.KeyOf(container.Key).Equals(key))
            {
                throw GatewayException.BadRequest("A patch cannot change the id or the partition key.");
            }

            return Overwrite(previous, body, preconditions);
        }
    }

    private DocumentOutcome Insert(KeyValue key, DocumentBody body)
    {
        var document = container.Store(key, body, previous: null);
        return new(201, RequestUnits.Write(document.Body.Length, Indexed(document)), document);
    }

    private DocumentOutcome Overwrite(StoredDocument previous, DocumentBody body, Preconditions preconditions)
    {
        if (!preconditions.AllowWrite(previous))
        {
            return DocumentOutcome.PreconditionFailed;
        }

        var document = container.Store(previous.Key, body, previous);
        return new(200, RequestUnits.Overwrite(document.Body.Length, Indexed(document)), document);
    }

    private int Indexed(StoredDocument document) => container.Indexing.Count(document.Root);

    private void Match(KeyValue key, DocumentBody body)
    {
        Full(key).CheckSize();
        if (!body.KeyOf(container.Key).Equals(key))
        {
            throw GatewayException.BadRequest("PartitionKey extracted from document doesn't match the one specified in the header.", subStatus: 1001);
        }
    }

    private KeyValue Full(KeyValue key) =>
        key.Components.Count == container.Key.Paths.Count
            ? key
            : throw GatewayException.BadRequest("Partition key provided either doesn't correspond to definition in the collection or doesn't match partition key field values specified in the document.", subStatus: 1001);
}

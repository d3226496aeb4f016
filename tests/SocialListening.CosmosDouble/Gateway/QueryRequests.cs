using System.Text.Json;
using SocialListening.CosmosDouble.Resources;
using SocialListening.CosmosDouble.Sql;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers queries, and reads of all documents, page by page.</summary>
internal static class QueryRequests
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;
    private const int MaxPageBytes = 4 * 1024 * 1024;

    /// <summary>Answers a query.</summary>
    public static GatewayResponse Answer(Container container, GatewayRequest request)
    {
        try
        {
            var query = Indexed(container, Read(request.Body));
            var documents = container.Snapshot(Wanted(container, request), query.Ids);
            return Page(container, request, query, documents);
        }
        catch (SqlException unreadable)
        {
            throw GatewayException.BadRequest(SyntaxError(unreadable.Message));
        }
    }

    /// <summary>Answers a read of all documents.</summary>
    public static GatewayResponse ReadAll(Container container, GatewayRequest request) =>
        Page(container, request, SqlQuery.Parse("SELECT * FROM c", new Dictionary<string, SqlValue>()), container.Snapshot(Wanted(container, request)));

    /// <summary>The message of an error in a query, in the form that the SDK shows.</summary>
    public static string SyntaxError(string message) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["errors"] = new[] { new Dictionary<string, string> { ["severity"] = "Error", ["code"] = "SC1001", ["message"] = message } } });

    /// <summary>Reads a query's text and parameters.</summary>
    public static SqlQuery Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonDocument.Parse(body, DocumentBody.Parsing).RootElement;
            var parameters = root.TryGetProperty("parameters", out var given) && given.ValueKind == JsonValueKind.Array
                ? given.EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => SqlValue.Of(item.GetProperty("value")), StringComparer.Ordinal)
                : [];
            return SqlQuery.Parse(root.GetProperty("query").GetString()!, parameters) with { Resume = SqlResume.Parse(root) };
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw GatewayException.BadRequest($"The query is invalid: {malformed.Message}");
        }
    }

    /// <summary>The logical partitions that a request is about.</summary>
    public static Func<LogicalPartition, bool> Wanted(Container container, GatewayRequest request)
    {
        Func<LogicalPartition, bool> wanted = _ => true;
        if (request[GatewayHeaders.PartitionKey] is { } header)
        {
            var key = KeyValue.Parse(header);
            wanted = partition => key.Covers(partition.Key);
        }
        else if (request[GatewayHeaders.PartitionKeyRangeId] is { } named)
        {
            var range = container.Ranges.FirstOrDefault(range => range.Id == named.Split(',')[^1]) ?? throw new GatewayException(410, "The partition is gone.", 1002);
            wanted = partition => range.Holds(partition.EffectiveKey);
        }

        if (request[GatewayHeaders.StartEpk] is { } start && request[GatewayHeaders.EndEpk] is { } end)
        {
            var (outer, part) = (wanted, new PhysicalRange("", start, end));
            wanted = partition => outer(partition) && part.Holds(partition.EffectiveKey);
        }

        return wanted;
    }

    /// <summary>The physical partition that a session token names.</summary>
    public static string RangeId(Container container, GatewayRequest request) =>
        request[GatewayHeaders.PartitionKeyRangeId]?.Split(',')[^1]
        ?? (request[GatewayHeaders.PartitionKey] is { } key && KeyValue.Parse(key) is var value && value.Components.Count == container.Key.Paths.Count ? container.RangeOf(value).Id : "0");

    private static SqlQuery Indexed(Container container, SqlQuery query) => QueryIndex.Check(container.Indexing, query);

    private static GatewayResponse Page(Container container, GatewayRequest request, SqlQuery query, IReadOnlyList<StoredDocument> documents)
    {
        var after = QueryContinuation.Parse(request[GatewayHeaders.Continuation]);
        var most = int.TryParse(request[GatewayHeaders.MaxItemCount], out var wanted) ? wanted : DefaultPage;
        most = most <= 0 ? LargestPage : Math.Min(most, LargestPage);

        var items = new List<ReadOnlyMemory<byte>>();
        var (bytes, last, more) = (0, default(SqlPosition), false);
        foreach (var result in query.Run(documents.Select(document => (document.Root, document.Number)), after))
        {
            if (items.Count == most || bytes >= MaxPageBytes)
            {
                more = true;
                break;
            }

            var item = Json.Write(result.Value.WriteTo);
            items.Add(item);
            bytes += item.Length;
            last = result.Position;
        }

        return new GatewayResponse(200, Json.Feed(container.Rid, "Documents", items)) { Charge = RequestUnits.Query(documents.Count, bytes) }
            .With(GatewayHeaders.ItemCount, items.Count)
            .With(GatewayHeaders.Continuation, more ? QueryContinuation.Write(last!) : null)
            .With(GatewayHeaders.SessionToken, container.SessionToken(RangeId(container, request)));
    }
}

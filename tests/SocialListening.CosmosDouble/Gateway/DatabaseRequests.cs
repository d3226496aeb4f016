using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers what concerns databases.</summary>
internal sealed class DatabaseRequests(TimeProvider clock, Action<string> journal)
{
    private readonly ConcurrentDictionary<string, Database> _databases = new(StringComparer.Ordinal);
    private uint _number;

    /// <summary>Answers a request on all databases or on one.</summary>
    public GatewayResponse Answer(GatewayRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["dbs"]) => Create(request),
        ("GET", ["dbs"]) => new(200, Json.Feed("", "Databases", [.. _databases.Values.Select(Describe)])) { Charge = 2 },
        ("GET", ["dbs", var id]) => new GatewayResponse(200, Describe(Find(id))) { Charge = 2 },
        ("DELETE", ["dbs", var id]) => Delete(Find(id)),
        _ => throw new GatewayException(405, $"{request.Method} is not known on databases."),
    };

    /// <summary>A database by name or resource id.</summary>
    public Database Find(string id) =>
        _databases.TryGetValue(id, out var named) ? named
        : _databases.Values.FirstOrDefault(database => database.Rid == id) ?? throw GatewayException.NotFound(id);

    /// <summary>Creates a database if it is not there.</summary>
    public Database Ensure(string id) => _databases.GetOrAdd(id, name => new(name, ResourceIds.Database(Interlocked.Increment(ref _number))));

    private GatewayResponse Create(GatewayRequest request)
    {
        var id = JsonNode.Parse(request.Body.Span)?["id"]?.GetValue<string>() ?? throw GatewayException.BadRequest("The database lacks its id.");
        if (_databases.ContainsKey(id))
        {
            throw new GatewayException(409, "Resource with specified id or name already exists.");
        }

        var database = Ensure(id);
        journal(id);
        return new(201, Describe(database)) { Charge = 5 };
    }

    private GatewayResponse Delete(Database database)
    {
        _databases.TryRemove(database.Id, out _);
        return new(204, default) { Charge = 5 };
    }

    private ReadOnlyMemory<byte> Describe(Database database) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = database.Id,
        ["_rid"] = database.Rid,
        ["_self"] = $"dbs/{database.Rid}/",
        ["_etag"] = "\"00000000-0000-0000-0000-000000000000\"",
        ["_colls"] = "colls/",
        ["_users"] = "users/",
        ["_ts"] = clock.GetUtcNow().ToUnixTimeSeconds(),
    }.ToJsonString());
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers what concerns containers: their definitions and their physical partitions.</summary>
internal sealed class ContainerRequests(DatabaseRequests databases, CosmosDoubleOptions options, IContainerJournal journal, Action<Database, Container> defined)
{
    /// <summary>Answers a request on a database's containers, one of them, or its partitions.</summary>
    public GatewayResponse Answer(GatewayRequest request) => (request.Method, request.Segments) switch
    {
        ("POST", ["dbs", var db, "colls"]) => Create(databases.Find(db), request),
        ("GET", ["dbs", var db, "colls"]) => List(databases.Find(db)),
        ("GET", ["dbs", var db, "colls", var id]) => Read(Find(db, id)),
        ("PUT", ["dbs", var db, "colls", var id]) => Replace(databases.Find(db), Find(db, id), request),
        ("DELETE", ["dbs", var db, "colls", var id]) => Delete(databases.Find(db), Find(db, id)),
        ("GET", ["dbs", var db, "colls", var id, "pkranges"]) => Ranges(Find(db, id), request),
        _ => throw new GatewayException(405, $"{request.Method} is not known on {string.Join('/', request.Segments)}."),
    };

    /// <summary>A container by names or resource ids.</summary>
    public Container Find(string database, string id)
    {
        var containers = databases.Find(database).Containers;
        return containers.TryGetValue(id, out var named) ? named
            : containers.Values.FirstOrDefault(container => container.Rid == id) ?? throw GatewayException.NotFound("owner " + id);
    }

    /// <summary>Creates a container from a complete definition.</summary>
    public Container Add(Database database, JsonObject definition)
    {
        var id = definition["id"]!.GetValue<string>();
        var container = new Container(id, database.NextContainerRid(), database.Rid, definition, options.PhysicalPartitions, options.Clock, journal);
        return database.Containers.TryAdd(id, container) ? container : throw new GatewayException(409, "Resource with specified id or name already exists.");
    }

    private GatewayResponse Create(Database database, GatewayRequest request)
    {
        var container = Add(database, ContainerDefinition.Parse(request.Body));
        defined(database, container);
        return new(201, Describe(container)) { Charge = 5 };
    }

    private static GatewayResponse Read(Container container) =>
        new GatewayResponse(200, Describe(container)) { Charge = 1 }.With(GatewayHeaders.SessionToken, container.SessionToken("0"));

    private static GatewayResponse List(Database database) =>
        new(200, Json.Feed(database.Rid, "DocumentCollections", [.. database.Containers.Values.Select(Describe)])) { Charge = 1 };

    private GatewayResponse Replace(Database database, Container container, GatewayRequest request)
    {
        container.Define(ContainerDefinition.Parse(request.Body));
        defined(database, container);
        return new(200, Describe(container)) { Charge = 5 };
    }

    private static GatewayResponse Delete(Database database, Container container)
    {
        database.Containers.TryRemove(container.Id, out _);
        return new(204, default) { Charge = 5 };
    }

    // The SDK asks again with the tag it was given; partitions never change here.
    private static GatewayResponse Ranges(Container container, GatewayRequest request)
    {
        const string Tag = "\"1\"";
        return request[GatewayHeaders.IfNoneMatch] == Tag
            ? new GatewayResponse(304, default).With(GatewayHeaders.ETag, Tag)
            : new GatewayResponse(200, Json.Feed(container.Rid, "PartitionKeyRanges", [.. container.Ranges.Select(range => Describe(container, range))])).With(GatewayHeaders.ETag, Tag);
    }

    private static ReadOnlyMemory<byte> Describe(Container container)
    {
        var definition = container.Definition.DeepClone().AsObject();
        definition["_rid"] = container.Rid;
        definition["_self"] = container.SelfLink;
        definition["_etag"] = "\"00000000-0000-0000-0000-000000000000\"";
        definition["_docs"] = "docs/";
        definition["_ts"] = 1;
        return Encoding.UTF8.GetBytes(definition.ToJsonString());
    }

    private static ReadOnlyMemory<byte> Describe(Container container, PhysicalRange range) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["_rid"] = ResourceIds.Range(container.Rid, int.Parse(range.Id, CultureInfo.InvariantCulture)),
        ["id"] = range.Id,
        ["_etag"] = "\"00000000-0000-0000-0000-000000000000\"",
        ["minInclusive"] = range.Min,
        ["maxExclusive"] = range.Max,
        ["ridPrefix"] = 0,
        ["throughputFraction"] = 1.0 / container.Ranges.Count,
        ["status"] = "online",
        ["parents"] = new JsonArray(),
        ["_ts"] = 1,
    }.ToJsonString());
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>The place a patch operation acts on: a property of an object or an index of an array.</summary>
internal sealed class PatchTarget
{
    private readonly JsonNode _parent;
    private readonly string _name;

    private PatchTarget(JsonNode parent, string name) => (_parent, _name) = (parent, name);

    private JsonArray? Array => _parent as JsonArray;

    /// <summary>Follows a path to the parent of its last step.</summary>
    public static PatchTarget Find(JsonObject root, string path)
    {
        if (path is not ['/', _, ..])
        {
            throw GatewayException.BadRequest($"The patch path '{path}' is invalid.");
        }

        var steps = path[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        if (DocumentBody.IsSystem(steps[0]) || steps is ["id"])
        {
            throw GatewayException.BadRequest($"The patch path '{path}' belongs to the system.");
        }

        JsonNode? parent = root;
        foreach (var step in steps[..^1])
        {
            parent = parent switch
            {
                JsonObject map => map[step],
                JsonArray list when TryIndex(step, list.Count - 1, out var index) => list[index],
                _ => null,
            };
        }

        return parent is JsonObject or JsonArray ? new(parent, steps[^1]) : throw Missing(path);
    }

    /// <summary>Adds a property (replacing one that is there) or inserts an item; '-' appends.</summary>
    public void Add(JsonNode? value)
    {
        if (Array is not { } list)
        {
            _parent[_name] = value;
        }
        else if (_name == "-")
        {
            list.Add(value);
        }
        else
        {
            list.Insert(Index(list.Count), value);
        }
    }

    /// <summary>Like add, but an index that is there is overwritten.</summary>
    public void Set(JsonNode? value)
    {
        if (Array is { } list && _name != "-" && Index(list.Count) is var index && index < list.Count)
        {
            list[index] = value;
        }
        else
        {
            Add(value);
        }
    }

    /// <summary>Overwrites what must be there.</summary>
    public void Replace(JsonNode? value)
    {
        if (Array is { } list)
        {
            list[Index(list.Count - 1)] = value;
        }
        else
        {
            _parent[_name] = _parent.AsObject().ContainsKey(_name) ? value : throw Missing(_name);
        }
    }

    /// <summary>Removes and gives what must be there.</summary>
    public JsonNode? Remove()
    {
        JsonNode? removed;
        if (Array is { } list)
        {
            var index = Index(list.Count - 1);
            removed = list[index];
            list.RemoveAt(index);
        }
        else if (!_parent.AsObject().Remove(_name, out removed))
        {
            throw Missing(_name);
        }

        return removed;
    }

    /// <summary>Adds to a number; a property that is missing is created with the increment.</summary>
    public void Increment(JsonElement by)
    {
        var current = Array is { } list ? list[Index(list.Count - 1)] : _parent[_name];
        if (current is not null && current.GetValueKind() != JsonValueKind.Number)
        {
            throw GatewayException.BadRequest($"The patch path '{_name}' is not a number.");
        }

        var sum = Number(current, by);
        if (Array is { } items)
        {
            items[Index(items.Count - 1)] = sum;
        }
        else
        {
            _parent[_name] = sum;
        }
    }

    private static JsonValue Number(JsonNode? current, JsonElement by)
    {
        var before = current is null ? 0 : JsonSerializer.SerializeToElement(current).GetDouble();
        var sum = before + by.GetDouble();
        return Math.Abs(sum) < 1L << 53 && sum == Math.Floor(sum) ? JsonValue.Create((long)sum) : JsonValue.Create(sum);
    }

    private static bool TryIndex(string step, int max, out int index) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index <= max;

    private static GatewayException Missing(string path) => GatewayException.BadRequest($"The patch path '{path}' does not exist in the document.");

    private int Index(int max) => TryIndex(_name, max, out var index) ? index : throw Missing(_name);
}

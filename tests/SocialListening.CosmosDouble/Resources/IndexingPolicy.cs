using System.Text.Json;

namespace SocialListening.CosmosDouble.Resources;

/// <summary>Which values of a document are indexed: the longest included or excluded path that fits a value decides.</summary>
internal sealed class IndexingPolicy
{
    private readonly List<(string[] Path, bool Whole, bool Included)> _rules = [];
    private readonly bool _off;

    private IndexingPolicy(JsonElement policy)
    {
        _off = policy.TryGetProperty("indexingMode", out var mode) && string.Equals(mode.GetString(), "none", StringComparison.OrdinalIgnoreCase);
        Add(policy, "includedPaths", included: true);
        Add(policy, "excludedPaths", included: false);
        Composites = policy.TryGetProperty("compositeIndexes", out var composites)
            ? [.. composites.EnumerateArray().Select(index => index.EnumerateArray().Select(Composite).ToArray())]
            : [];
    }

    /// <summary>Every composite index: its paths, and for each whether it descends.</summary>
    public IReadOnlyList<(string Path, bool Descending)[]> Composites { get; }

    /// <summary>Reads a container's policy.</summary>
    public static IndexingPolicy Parse(JsonElement container) => new(container.GetProperty("indexingPolicy"));

    /// <summary>How many values of a document are indexed.</summary>
    public int Count(JsonElement document) => _off ? 0 : Count(document, []) + Composites.Count;

    /// <summary>Whether the value at a path of property names is indexed for ranges and order.</summary>
    public bool Covers(IReadOnlyList<string> path) => !_off && (path is ["id" or "_ts"] || Decide(path));

    /// <summary>Whether a path is included by its own name: then documents without it are in the index too.</summary>
    public bool Names(IReadOnlyList<string> path) => _rules.Any(rule => rule.Included && rule.Path.SequenceEqual(path));

    private static (string, bool) Composite(JsonElement part) =>
        (part.GetProperty("path").GetString()!, part.TryGetProperty("order", out var order) && order.ValueEquals("descending"));

    private int Count(JsonElement element, List<string> path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().Sum(property => Below(property.Value, property.Name, path));
            case JsonValueKind.Array:
                return element.EnumerateArray().Sum(item => Below(item, "[]", path));
            default:
                return Decide(path) ? 1 : 0;
        }
    }

    private int Below(JsonElement element, string step, List<string> path)
    {
        path.Add(step);
        var count = Count(element, path);
        path.RemoveAt(path.Count - 1);
        return count;
    }

    private bool Decide(IReadOnlyList<string> path)
    {
        var (best, included) = (-1, false);
        foreach (var rule in _rules)
        {
            // A whole subtree is less specific than the value itself.
            var weight = (rule.Path.Length * 2) + (rule.Whole ? 0 : 1);
            if (weight > best && Fits(rule, path))
            {
                (best, included) = (weight, rule.Included);
            }
        }

        return included;
    }

    private static bool Fits((string[] Path, bool Whole, bool Included) rule, IReadOnlyList<string> path) =>
        (rule.Whole ? path.Count >= rule.Path.Length : path.Count == rule.Path.Length)
        && rule.Path.Select((step, index) => step == path[index]).All(same => same);

    private void Add(JsonElement policy, string name, bool included)
    {
        if (!policy.TryGetProperty(name, out var paths))
        {
            return;
        }

        foreach (var path in paths.EnumerateArray().Select(entry => entry.GetProperty("path").GetString()!))
        {
            var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Trim('"')).ToArray();
            _rules.Add((steps is [] ? steps : steps[..^1], steps is [.., "*"], included));
        }
    }
}

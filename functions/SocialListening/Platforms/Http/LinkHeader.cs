namespace SocialListening.Platforms.Http;

/// <summary>Reads Link headers (RFC 8288) as far as paging needs it: the target of each <c>rel</c>.</summary>
internal static class LinkHeader
{
    /// <summary>Gives the targets by relation; a relation that comes twice keeps its first target, what cannot be read is left out.</summary>
    public static IReadOnlyDictionary<string, Uri> Read(IEnumerable<string> values, Uri baseUri)
    {
        var links = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            for (var open = value.IndexOf('<', StringComparison.Ordinal); open >= 0;)
            {
                var close = value.IndexOf('>', open);
                if (close < 0)
                {
                    break;
                }

                var next = value.IndexOf('<', close);
                var parameters = value[(close + 1)..(next < 0 ? value.Length : next)];
                if (Relation(parameters) is { } relation && Uri.TryCreate(baseUri, value[(open + 1)..close], out var target))
                {
                    foreach (var name in relation.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        links.TryAdd(name, target);
                    }
                }

                open = next;
            }
        }

        return links;
    }

    private static string? Relation(string parameters)
    {
        foreach (var part in parameters.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("rel=", StringComparison.OrdinalIgnoreCase))
            {
                return part[4..].Trim('"');
            }
        }

        return null;
    }
}

namespace SocialListening.Functions.Tests.Architecture;

/// <summary>Which folders of the library may use which others. The same table stands in functions/ARCHITECTURE.md.</summary>
internal static class StageRules
{
    private const string Root = "SocialListening.";

    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Networking"] = [],
        ["Timing"] = [],
        ["Telemetry"] = ["Contracts"],
        ["Privacy"] = ["Contracts", "Queues", "Storage"],
        ["Rollups"] = ["Contracts"],
        ["Queues"] = ["Contracts"],
        ["Storage"] = ["Contracts"],
        ["Brands"] = ["Contracts", "Storage", "Telemetry"],
        ["Platforms"] = ["Contracts", "Networking", "Telemetry"],
        ["Matching"] = ["Contracts", "Brands", "Collecting", "Platforms"],
        ["Collecting"] = ["Contracts", "Queues", "Storage", "Brands", "Platforms", "Telemetry"],
        ["Scoring"] = ["Contracts", "Queues", "Storage", "Telemetry"],
        ["Spikes"] = ["Contracts", "Queues", "Storage", "Brands", "Telemetry"],
        ["Notifiers"] = ["Contracts", "Queues", "Storage", "Brands", "Networking", "Telemetry"],
        ["Stories"] = ["Contracts", "Scoring"],
        ["Insights"] = ["Contracts", "Queues", "Storage", "Brands", "Scoring", "Stories"],
    };

    public static IEnumerable<string> Violations(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            if (StageOf(type) is not { } stage)
            {
                continue;
            }

            if (!Allowed.TryGetValue(stage, out var allowed))
            {
                yield return $"{type.FullName} is in a folder without a rule.";
                continue;
            }

            foreach (var used in TypeReferences.Of(type))
            {
                if (StageOf(used) is { } other && other != stage && !allowed.Contains(other))
                {
                    yield return $"{type.FullName} ({stage}) uses {used.FullName} ({other}).";
                }

                if (used.Namespace is { } name && (name.StartsWith("Azure", StringComparison.Ordinal) || name.StartsWith("Microsoft.Azure", StringComparison.Ordinal)))
                {
                    yield return $"{type.FullName} uses {used.FullName}: the library knows no Azure type.";
                }
            }
        }
    }

    private static string? StageOf(Type type) =>
        type.Namespace is { } name
        && name.StartsWith(Root, StringComparison.Ordinal)
        && !name.StartsWith("SocialListening.Functions", StringComparison.Ordinal)
            ? name[Root.Length..].Split('.')[0]
            : null;
}

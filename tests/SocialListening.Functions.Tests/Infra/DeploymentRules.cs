using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Telemetry;
using SocialListening.Functions.Tests.Composition;

namespace SocialListening.Functions.Tests.Infra;

/// <summary>Compares what the templates deploy with what the code uses. Whatever stands on one side only is a problem.</summary>
internal static partial class DeploymentRules
{
    private const string App = "modules/app.bicep";

    /// <summary>Settings of the Functions host, which the code never reads.</summary>
    private static readonly string[] HostSettings =
    [
        "AzureWebJobsStorage:blobServiceUri", "AzureWebJobsStorage:queueServiceUri", "AzureWebJobsStorage:credential", "AzureWebJobsStorage:clientId",
        $"{QueueConnection.Name}:credential",
    ];

    /// <summary>Settings that the Cosmos SDK reads from the environment.</summary>
    private static readonly string[] SdkSettings = ["AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX"];

    /// <summary>What a deployment must say although the code has a default that suits another place.</summary>
    private static readonly string[] MustBeSet =
    [
        "Queues:Backend", "Storage:Backend", "Cosmos:Endpoint", "Cosmos:ClientId", "Brands:Source", "Brands:Path", "Privacy:PseudonymKey",
        TelemetryOptions.ConnectionStringName, TelemetryOptions.AuthenticationName, .. SdkSettings,
    ];

    /// <summary>The data-plane roles by the client type that needs them.</summary>
    private static readonly Dictionary<string, (string Variable, string Id)> Roles = new(StringComparer.Ordinal)
    {
        ["QueueServiceClient"] = ("storageQueueDataContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
        ["CosmosClient"] = ("cosmosDataContributor", "00000000-0000-0000-0000-000000000002"),
        ["TextAnalyticsClient"] = ("cognitiveServicesUser", "a97b65f3-24c7-4388-baec-2e87135dc908"),
    };

    /// <summary>Roles of the platform: the host's own storage, Key Vault references and Application Insights.</summary>
    private static readonly Dictionary<string, string> PlatformRoles = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    /// <summary>The problems of a folder: none when both sides agree.</summary>
    public static List<string> Check(InfraFolder folder) =>
        [.. Queues(folder), .. Containers(folder), .. Settings(folder), .. Assignments(folder)];

    private static IEnumerable<string> Queues(InfraFolder folder)
    {
        var storage = folder.Template("modules/storage.bicep");
        var deployed = storage.Of("var").Single(variable => variable.Name == "queues").Value!.Items.Select(item => item.String).ToList();
        foreach (var queue in QueueNames.All.Except(deployed))
        {
            yield return $"storage.bicep lacks the queue '{queue}'.";
        }

        foreach (var queue in deployed.Except(QueueNames.All))
        {
            yield return $"The code does not know the queue '{queue}'.";
        }

        if (!storage.Of("resource").Any(resource => resource.Text.Contains($"name: '${{queue}}{QueueNames.PoisonSuffix}'", StringComparison.Ordinal)))
        {
            yield return "storage.bicep lacks the poison queues.";
        }
    }

    private static IEnumerable<string> Containers(InfraFolder folder)
    {
        var cosmos = folder.Template("modules/cosmos.bicep");
        var deployed = cosmos.Of("var").Single(variable => variable.Name == "containers").Value!.Items.ToDictionary(item => item.At("name")!.String!, Describe, StringComparer.Ordinal);
        var known = CosmosContainers.All.ToDictionary(container => container.Name, Describe, StringComparer.Ordinal);
        foreach (var (name, form) in known)
        {
            if (!deployed.TryGetValue(name, out var there))
            {
                yield return $"cosmos.bicep lacks the container '{name}'.";
            }
            else if (there != form)
            {
                yield return $"The container '{name}' is\n{there}\nin cosmos.bicep and\n{form}\nin the code.";
            }
        }

        foreach (var name in deployed.Keys.Except(known.Keys))
        {
            yield return $"The code does not know the container '{name}'.";
        }

        var database = cosmos.Of("var").Single(variable => variable.Name == "databaseName").Value!.String;
        if (database != new CosmosOptions().Database)
        {
            yield return $"cosmos.bicep makes the database '{database}'.";
        }
    }

    private static string Describe(CosmosContainer container) =>
        $"key {string.Join(' ', container.PartitionKeyPaths)}; ttl {container.DefaultTimeToLive ?? 0}; indexed {string.Join(' ', container.IndexedPaths)}; "
        + $"composite {string.Join(" | ", container.CompositeIndexes.Select(index => string.Join(", ", index)))}";

    private static string Describe(BicepValue container) =>
        $"key {string.Join(' ', Strings(container, "partitionKey"))}; ttl {container.At("ttl")!.Text}; indexed {string.Join(' ', Strings(container, "indexed"))}; "
        + $"composite {string.Join(" | ", container.At("composite")!.Items.Select(index => string.Join(", ", index.Items.Select(part => part.String))))}";

    private static IEnumerable<string?> Strings(BicepValue container, string property) => container.At(property)!.Items.Select(item => item.String);

    private static IEnumerable<string> Settings(InfraFolder folder)
    {
        var given = folder.Template(App).Of("var").Single(variable => variable.Name == "settings").Value!
            .Properties.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        var known = CompositionTests.OptionsClasses
            .SelectMany(options => options.GetProperties().Where(property => property.CanWrite).Select(property => $"{options.GetField("SectionName")!.GetValue(null)}:{property.Name}"))
            .Concat([$"{QueueOptions.ConnectionName}:queueServiceUri", $"{QueueOptions.ConnectionName}:clientId", TelemetryOptions.ConnectionStringName, TelemetryOptions.AuthenticationName, .. SdkSettings])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var needed = TriggerSettings().Concat(MustBeSet).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in needed.Where(setting => !given.ContainsKey(setting)))
        {
            yield return $"app.bicep lacks the setting '{setting}'.";
        }

        foreach (var setting in MustBeSet.Where(setting => !known.Contains(setting)))
        {
            yield return $"No options class has '{setting}'.";
        }

        foreach (var setting in given.Keys.Where(setting => !known.Contains(setting) && !needed.Contains(setting) && !HostSettings.Contains(setting)))
        {
            yield return $"Nothing reads the setting '{setting}' of app.bicep.";
        }
    }

    // Triggers read their schedules from settings, and their connection by its prefix.
    private static IEnumerable<string> TriggerSettings()
    {
        var parameters = typeof(GetHealthFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetParameters()).ToList();
        var schedules = parameters.Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule).Where(schedule => schedule is ['%', .., '%']).Select(schedule => schedule![1..^1]);
        var connections = parameters.Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.Connection).OfType<string>().Distinct();
        return schedules.Concat(connections.SelectMany(connection => (string[])[$"{connection}:queueServiceUri", $"{connection}:credential", $"{connection}:clientId"]));
    }

    private static IEnumerable<string> Assignments(InfraFolder folder)
    {
        var roles = folder.Template("modules/roles.bicep");
        var variables = roles.Of("var").ToDictionary(variable => variable.Name, variable => variable.Value!.String, StringComparer.Ordinal);
        var assigned = roles.Of("resource").Where(resource => resource.Type.Contains("ssignments@", StringComparison.Ordinal))
            .Select(resource => RoleOf().Match(resource.Value!.At("properties", "roleDefinitionId")!.Text).Groups["role"].Value).ToList();
        var wanted = Roles.Where(role => ClientsInCode().Contains(role.Key)).ToDictionary(role => role.Value.Variable, role => role.Value.Id, StringComparer.Ordinal);
        foreach (var (role, id) in wanted.Concat(PlatformRoles))
        {
            if (!assigned.Contains(role))
            {
                yield return $"roles.bicep does not assign '{role}'.";
            }
            else if (variables.GetValueOrDefault(role) != id)
            {
                yield return $"'{role}' is {id}, not {variables.GetValueOrDefault(role)}.";
            }
        }

        foreach (var role in assigned.Where(role => !wanted.ContainsKey(role) && !PlatformRoles.ContainsKey(role)))
        {
            yield return $"Nothing needs the role '{role}'.";
        }
    }

    /// <summary>The Azure clients that the app makes, found in its compiled code.</summary>
    private static HashSet<string> ClientsInCode() =>
        [.. typeof(GetHealthFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Select(field => field.FieldType)
                .Concat(type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType))
                .Concat(type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(method => method.ReturnType)))
            .Select(type => type.Name)
            .Where(Roles.ContainsKey)];

    [GeneratedRegex(@"(, |\$\{)(?<role>\w+)\}?'?\)?$")]
    private static partial Regex RoleOf();
}

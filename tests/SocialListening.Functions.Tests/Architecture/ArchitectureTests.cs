using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Contracts;

namespace SocialListening.Functions.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    private static readonly Assembly Library = typeof(Mention).Assembly;
    private static readonly Assembly App = typeof(PollSourcesFunction).Assembly;

    [Fact]
    public void Stages_UseContractsAndTheirPorts_NeverASibling() => Assert.Empty(StageRules.Violations(Library.GetTypes()));

    [Fact]
    public void StageRule_PlantedViolation_IsFound()
    {
        var violations = StageRules.Violations([typeof(SocialListening.Privacy.Planted)]).ToArray();
        Assert.Contains(violations, violation => violation.Contains("(Scoring)", StringComparison.Ordinal));
    }

    [Fact]
    public void StageRule_PlantedAzureType_IsFound()
    {
        var violations = StageRules.Violations([typeof(SocialListening.Privacy.PlantedAzure)]).ToArray();
        Assert.Contains(violations, violation => violation.Contains("no Azure type", StringComparison.Ordinal));
    }

    [Fact]
    public void AzureClients_StayInTheAzureFolderAndTheComposition() => Assert.Empty(AppViolations(App.GetTypes(), "Azure.", type => InFolder(type, "Azure") || IsComposition(type)));

    [Fact]
    public void WorkerTypes_StayInTriggersAndTheProgram() =>
        Assert.Empty(AppViolations(App.GetTypes(), "Microsoft.Azure.Functions", type => IsTrigger(type) || IsComposition(type)));

    [Fact]
    public void WorkerRule_PlantedViolation_IsFound() =>
        Assert.NotEmpty(AppViolations([typeof(PlantedWorkerUser)], "Microsoft.Azure.Functions", _ => false));

    [Fact]
    public void Triggers_DeserializeCallAndMap_AndStayShort()
    {
        foreach (var file in Directory.EnumerateFiles(AppFolder(), "*Function.cs"))
        {
            var body = BodyOf(File.ReadAllText(file));
            Assert.True(body.Length > 0, $"{Path.GetFileName(file)} has no trigger body that the rule can see.");
            Assert.True(body.Split('\n').Length <= 45, $"{Path.GetFileName(file)} holds logic: its body has {body.Split('\n').Length} lines.");
        }
    }

    [Fact]
    public void TimerTriggers_AreAsManyAsTheReplayWaitsFor() => Assert.Equal(
        Replay.ReplayDriver.TimerFunctions,
        App.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters()).Count(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null));

    [Fact]
    public void QueueTriggers_NameQueuesOfTheContractAndShareOneConnection()
    {
        var triggers = App.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()).OfType<QueueTriggerAttribute>().ToArray();
        Assert.Equal(QueueNames.All.Order(), triggers.Select(trigger => trigger.QueueName).Order());
        Assert.All(triggers, trigger => Assert.Equal("QueueStorage", trigger.Connection));
    }

    [Fact]
    public void ArchitecturePage_HasTheTableOfRules()
    {
        var page = File.ReadAllText(Path.Combine(AppFolder(), "..", "ARCHITECTURE.md"));
        foreach (var (stage, allowed) in StageRules.Allowed)
        {
            var row = $"| `{stage}` | {(allowed.Length == 0 ? "nothing" : string.Join(", ", allowed.Select(name => $"`{name}`")))} |";
            Assert.Contains(row, page, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> AppViolations(IEnumerable<Type> types, string prefix, Func<Type, bool> mayUse) =>
        from type in types
        where !mayUse(Outermost(type)) && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && Outermost(type).Name[0] != '<'
        from used in TypeReferences.Of(type)
        where used.Namespace is { } name && (name + ".").StartsWith(prefix, StringComparison.Ordinal)
        select $"{type.FullName} uses {used.FullName}.";

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool InFolder(Type type, string folder) => type.Namespace == $"SocialListening.Functions.{folder}" || type.Namespace?.StartsWith($"SocialListening.Functions.{folder}.", StringComparison.Ordinal) == true;

    private static bool IsComposition(Type type) => type.Name is "Composition" or "Program";

    private static bool IsTrigger(Type type) => type.Name.EndsWith("Function", StringComparison.Ordinal) && type.Namespace == "SocialListening.Functions";

    private static string AppFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../functions/SocialListening.Functions"));

    private static string BodyOf(string source) => TriggerBody().Match(source).Groups["body"].Value;

    [GeneratedRegex(@"\[Function\(.*?\)\](?<body>.*)", RegexOptions.Singleline)]
    private static partial Regex TriggerBody();

    private sealed class PlantedWorkerUser
    {
        public static TimerInfo? Timer { get; set; }
    }
}

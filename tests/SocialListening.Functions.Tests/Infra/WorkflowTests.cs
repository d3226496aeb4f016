using System.Text.RegularExpressions;

namespace SocialListening.Functions.Tests.Infra;

/// <summary>Holds the delivery workflow to the rules that keep others out of it.</summary>
public sealed partial class WorkflowTests
{
    [Fact]
    public void Actions_InEveryWorkflow_ArePinnedByCommit()
    {
        var uses = Uses(Read());

        Assert.True(uses.Count > 5);
        Assert.All(uses, action => Assert.Matches("^[A-Za-z-]+/[A-Za-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", action));
        Assert.All(uses.GroupBy(action => action.Split('@')[0]), same => Assert.Single(same.Distinct()));
    }

    [Fact]
    public void Deployment_SignsInWithoutASecret()
    {
        var text = Read();

        Assert.Contains("id-token: write", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("creds:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deployment_TakesTheRealPackagesAndLooksBeforeItChanges()
    {
        var text = Read();

        Assert.Contains("dotnet publish functions/SocialListening.Functions -c Release -p:AzurePackages=nuget", text, StringComparison.Ordinal);
        Assert.Contains("az bicep build --file infra/main.bicep", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("deployment sub what-if", StringComparison.Ordinal) < text.IndexOf("deployment sub create", StringComparison.Ordinal));
        Assert.All(Paths().Matches(text).Select(match => match.Value.Replace("$ENVIRONMENT", "dev", StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(Path.Combine(InfraFolder.Repository, path)), $"The workflow names {path}, which does not exist."));
    }

    [Fact]
    public void Azd_FindsTheAppAndTheTemplate()
    {
        var folder = Path.Combine(InfraFolder.Repository, "infra");
        var text = File.ReadAllText(Path.Combine(folder, "azure.yaml"));

        Assert.True(File.Exists(Path.Combine(folder, Value(text, "path"), Value(text, "module") + ".bicep")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, Value(text, "project")), "*.csproj"));
        Assert.Contains("'azd-service-name': 'functions'", File.ReadAllText(Path.Combine(folder, "modules", "app.bicep")), StringComparison.Ordinal);
        Assert.Contains("\n  functions:\n", text, StringComparison.Ordinal);
    }

    private static string Value(string text, string key) => Regex.Match(text, $@"^\s+{key}: (.+)$", RegexOptions.Multiline).Groups[1].Value;

    private static string Read() => File.ReadAllText(Path.Combine(InfraFolder.Repository, ".github", "workflows", "deploy.yml"));

    private static List<string> Uses(string text) => [.. Use().Matches(text).Select(match => match.Groups["action"].Value.Trim())];

    [GeneratedRegex(@"uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"(infra|functions|tests|\.ci)/[\w./$]+")]
    private static partial Regex Paths();
}

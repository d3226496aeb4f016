using System.Diagnostics;
using System.Text.Json;

namespace SocialListening.Functions.Tests.Compat;

/// <summary>The two package flavours, as the build evaluates them.</summary>
public sealed class AzurePackagesTests
{
    private static readonly string[] RealPackages =
    [
        "Azure.AI.TextAnalytics",
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
    ];

    [Fact]
    [Trait("Category", "Slow")]
    public async Task NugetFlavour_ReferencesTheRealPackagesAndNoStandIn()
    {
        var (packages, projects) = await EvaluateAsync("nuget");
        Assert.Empty(RealPackages.Except(packages));
        Assert.DoesNotContain(projects, p => p.Contains("compat", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task CompatFlavour_ReferencesTheStandInsAndNoRealPackage()
    {
        var (packages, projects) = await EvaluateAsync("compat");
        Assert.Empty(RealPackages.Intersect(packages));
        Assert.Contains(projects, p => p.EndsWith("Microsoft.Azure.Functions.Worker.csproj", StringComparison.Ordinal));
        Assert.Contains(projects, p => p.EndsWith("Azure.AI.TextAnalytics.csproj", StringComparison.Ordinal));
        Assert.Contains(projects, p => p.EndsWith("System.IO.Hashing.csproj", StringComparison.Ordinal));
    }

    private static async Task<(string[] Packages, string[] Projects)> EvaluateAsync(string flavour)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ProductFolder(),
        };
        foreach (var argument in (string[])["msbuild", "SocialListening.Functions.csproj", "-getItem:PackageReference,ProjectReference", $"-p:AzurePackages={flavour}", "-nodeReuse:false"])
        {
            start.ArgumentList.Add(argument);
        }

        // What the test host sets for its own SDK would mislead a fresh one.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);

        using var document = JsonDocument.Parse(output);
        var items = document.RootElement.GetProperty("Items");
        return (Names("PackageReference"), Names("ProjectReference"));

        string[] Names(string kind) => [.. items.GetProperty(kind).EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!)];
    }

    private static string ProductFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SocialListening.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "functions", "SocialListening.Functions");
    }
}

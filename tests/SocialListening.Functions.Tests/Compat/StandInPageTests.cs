using System.IO.Hashing;
using Azure.AI.TextAnalytics;
using Microsoft.Azure.Functions.Worker;

namespace SocialListening.Functions.Tests.Compat;

/// <summary>The page on the stand-ins lists what there is.</summary>
public sealed class StandInPageTests
{
    [Theory]
    [InlineData(typeof(FunctionAttribute))]
    [InlineData(typeof(Crc64))]
    [InlineData(typeof(TextAnalyticsClient))]
    public void Page_NamesEveryPublicType(Type one)
    {
        var page = File.ReadAllText(Path.Combine(Folder(), "README.md"));
        var missing = one.Assembly.GetExportedTypes()
            .Select(t => t.Name.Split('`')[0])
            .Where(name => !page.Contains(name, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void PublicTypes_AreInNamespacesOfTheRealPackages()
    {
        string[] known =
        [
            "Microsoft.Azure.Functions.Worker",
            "Microsoft.Azure.Functions.Worker.Builder",
            "Microsoft.Azure.Functions.Worker.Middleware",
            "Microsoft.Azure.Functions.Worker.Extensions.Abstractions",
            "Microsoft.Extensions.Hosting",
        ];
        Assert.All(typeof(FunctionAttribute).Assembly.GetExportedTypes(), t => Assert.Contains(t.Namespace, known));
    }

    [Fact]
    public void PublicTypes_OfTextAnalytics_AreInItsNamespaceAndNoneIsMadeByOutsiders()
    {
        var types = typeof(TextAnalyticsClient).Assembly.GetExportedTypes();
        Assert.All(types, type => Assert.Equal("Azure.AI.TextAnalytics", type.Namespace));
        var results = types.Where(type => type.Name.EndsWith("Result", StringComparison.Ordinal) || type.Name.EndsWith("Collection", StringComparison.Ordinal)).ToArray();
        Assert.Equal(11, results.Length);
        Assert.All(results, type => Assert.Empty(type.GetConstructors()));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SocialListening.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "functions", "compat");
    }
}

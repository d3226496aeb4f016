using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using SocialListening.Brands;
using SocialListening.Matching;

namespace SocialListening.Functions.Tests.Docs;

/// <summary>Holds what the README tells people to type against the product.</summary>
public sealed partial class ReadmeExampleTests
{
    [Fact]
    public void BrandFile_OfTheReadme_IsAcceptedAsItStands()
    {
        var json = JsonBlock().Match(Readme()).Groups["json"].Value;
        var file = BrandFile.Read(Encoding.UTF8.GetBytes(json), new BrandQueryChecker());
        Assert.Empty(file.Errors);
        Assert.Equal("my-cause", Assert.Single(file.Brands).Id);
    }

    [Fact]
    public void TestCommand_OfTheReadme_IsOneLineThatStandsAlone() => Assert.Single(TestCommand().Matches(Readme()));

    private static string Readme([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "README.md"));

    [GeneratedRegex("```json\\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^dotnet test .*$", RegexOptions.Multiline)]
    private static partial Regex TestCommand();
}

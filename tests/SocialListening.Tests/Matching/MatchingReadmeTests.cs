using System.Text.RegularExpressions;
using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed partial class MatchingReadmeTests
{
    public static TheoryData<string, string, bool> Examples()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SocialListening.sln")))
        {
            root = root.Parent;
        }

        string page = File.ReadAllText(Path.Combine(root!.FullName, "functions", "SocialListening", "Matching", "README.md"));
        TheoryData<string, string, bool> rows = [];
        foreach (Match row in Row().Matches(page))
        {
            rows.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value == "yes");
        }

        return rows;
    }

    [Fact]
    public void Examples_AreFoundInThePage() => Assert.True(Examples().Count >= 25);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfThePage_MatchesAsStated(string query, string text, bool matches)
    {
        QueryParseResult parsed = BrandQuery.Parse(query);
        Assert.Null(parsed.Error);
        Assert.Equal(matches, parsed.Query!.IsMatch(Posts.Of(text)));
    }

    [GeneratedRegex("^\\| `([^`]+)` \\| `([^`]+)` \\| (yes|no) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

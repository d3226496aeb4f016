using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Telemetry;
using SocialListening.Functions.Tests.Composition;

namespace SocialListening.Functions.Tests.Docs;

/// <summary>Holds the table of settings in the README against the options classes.</summary>
public sealed partial class ConfigurationTableTests
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Queues:ConnectionString"] = QueueOptions.ConnectionName,
        ["Queues:QueueServiceUri"] = $"{QueueOptions.ConnectionName}:queueServiceUri",
        ["Queues:ClientId"] = $"{QueueOptions.ConnectionName}:clientId",
        ["Telemetry:ConnectionString"] = TelemetryOptions.ConnectionStringName,
        ["Telemetry:Authentication"] = TelemetryOptions.AuthenticationName,
    };

    [Fact]
    public void Table_OfSettings_HoldsEachSettingWithItsDefault()
    {
        var rows = Rows();

        foreach (var (setting, value) in Settings())
        {
            Assert.True(rows.TryGetValue(setting, out var row), $"The README's table lacks {setting}.");
            Assert.True(Agrees(row, value), $"{setting} is '{value}' by default; the README says {row}.");
        }
    }

    [Fact]
    public void Table_OfSettings_HoldsNoSettingThatIsGone()
    {
        var sections = CompositionTests.OptionsClasses.Select(options => (string)options.GetField("SectionName")!.GetValue(null)!).ToHashSet(StringComparer.Ordinal);
        var known = Settings().Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Rows().Keys, row => row.LastIndexOf(':') is > 0 and var colon && sections.Contains(row[..colon]) && !known.Contains(row));
    }

    private static IEnumerable<(string Name, object? Default)> Settings() =>
        from options in CompositionTests.OptionsClasses
        let section = (string)options.GetField("SectionName")!.GetValue(null)!
        let defaults = Activator.CreateInstance(options)
        from property in options.GetProperties()
        where property.CanWrite
        let name = $"{section}:{property.Name}"
        select (Elsewhere.GetValueOrDefault(name, name), property.GetValue(defaults));

    // A setting without a value of its own is told in words.
    private static bool Agrees(string told, object? value) => value switch
    {
        null or "" => !told.StartsWith('`'),
        TimeSpan span => TimeSpan.TryParse(told.Trim('`'), CultureInfo.InvariantCulture, out var read) && read == span,
        _ => string.Equals(told.Trim('`'), Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase),
    };

    private static Dictionary<string, string> Rows([CallerFilePath] string here = "") =>
        Row().Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "README.md")))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Value.Trim(), StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<name>\w+(:\w+)+|QueueStorage|APPLICATIONINSIGHTS_\w+)` \|[^|\n]*\|(?<default>[^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

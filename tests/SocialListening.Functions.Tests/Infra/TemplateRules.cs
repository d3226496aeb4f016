using System.Text.RegularExpressions;

namespace SocialListening.Functions.Tests.Infra;

/// <summary>What every template must keep to, whatever it deploys.</summary>
internal static partial class TemplateRules
{
    /// <summary>The problems of a folder of templates: none when it is sound.</summary>
    public static List<string> Check(InfraFolder folder)
    {
        var templates = folder.Templates().ToDictionary(file => file.Name, StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var file in templates.Values)
        {
            Symbols(file, problems);
            Versions(file, problems);
            foreach (var module in file.Of("module"))
            {
                Module(file, module, templates, problems);
            }
        }

        OneVersionForEachType(templates.Values, problems);
        foreach (var file in folder.ParameterFiles())
        {
            Parameters(file, templates["main.bicep"], problems);
        }

        var used = templates.Values.SelectMany(file => file.Of("module").Select(module => module.Type)).Append("main.bicep").ToHashSet(StringComparer.Ordinal);
        problems.AddRange(templates.Keys.Where(name => !used.Contains(name)).Select(name => $"{name}: no file deploys it."));
        return problems;
    }

    private static void Symbols(BicepFile file, List<string> problems)
    {
        var names = file.Statements.Where(statement => statement.Keyword != "output").Select(statement => statement.Name).ToList();
        problems.AddRange(names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{file.Name}: '{same.Key}' is declared twice."));
        foreach (var declared in file.Statements.Where(statement => statement.Keyword is "param" or "var"))
        {
            var word = new Regex($@"\b{declared.Name}\b(?!\s*:)|\bin {declared.Name}:");
            if (!file.Statements.Any(statement => statement != declared && word.IsMatch(statement.Text)))
            {
                problems.Add($"{file.Name}: nothing uses '{declared.Name}'.");
            }
        }

        foreach (var statement in file.Statements)
        {
            foreach (Match dotted in Member().Matches(Strings().Replace(statement.Text, Interpolations)))
            {
                var root = dotted.Groups["root"].Value;
                if (!names.Contains(root) && !LocalNames(statement.Text).Contains(root))
                {
                    problems.Add($"{file.Name}: '{root}' in '{statement.Name}' is not declared.");
                }
            }
        }
    }

    // What stands outside quotes, and inside of ${…} in them.
    private static string Interpolations(Match quoted) => string.Join(' ', Interpolation().Matches(quoted.Value).Select(match => match.Groups["inner"].Value));

    private static HashSet<string> LocalNames(string text) =>
        [.. Local().Matches(text).SelectMany(match => match.Groups["name"].Captures.Select(name => name.Value))];

    private static void Versions(BicepFile file, List<string> problems) =>
        problems.AddRange(file.Of("resource").Where(resource => !Versioned().IsMatch(resource.Type)).Select(resource => $"{file.Name}: {resource.Type} names no API version."));

    private static void OneVersionForEachType(IEnumerable<BicepFile> files, List<string> problems)
    {
        var byType = files.SelectMany(file => file.Of("resource")).Select(resource => resource.Type.Split('@')).Where(parts => parts.Length == 2).GroupBy(parts => parts[0], parts => parts[1]);
        problems.AddRange(byType.Where(versions => versions.Distinct().Count() > 1).Select(versions => $"{versions.Key} is used in several versions."));
    }

    private static void Module(BicepFile file, BicepStatement module, Dictionary<string, BicepFile> templates, List<string> problems)
    {
        if (!templates.TryGetValue(module.Type, out var target))
        {
            problems.Add($"{file.Name}: '{module.Type}' does not exist.");
            return;
        }

        var given = module.Value?.At("params")?.Properties.Keys.ToHashSet(StringComparer.Ordinal) ?? [];
        problems.AddRange(target.Of("param").Where(param => param.Value is null && !given.Contains(param.Name)).Select(param => $"{file.Name}: '{module.Name}' lacks '{param.Name}'."));
        problems.AddRange(given.Where(name => target.Of("param").All(param => param.Name != name)).Select(name => $"{file.Name}: '{module.Name}' has no parameter '{name}'."));
        var outputs = target.Of("output").Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var statement in file.Statements)
        {
            foreach (Match use in new Regex($@"\b{module.Name}\.outputs\.(?<output>\w+)").Matches(statement.Text))
            {
                if (!outputs.Contains(use.Groups["output"].Value))
                {
                    problems.Add($"{file.Name}: '{module.Name}' has no output '{use.Groups["output"].Value}'.");
                }
            }
        }
    }

    private static void Parameters(BicepFile file, BicepFile main, List<string> problems)
    {
        var given = file.Of("param").Select(param => param.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(main.Of("param").Where(param => param.Value is null && !given.Contains(param.Name)).Select(param => $"{file.Name}: '{param.Name}' is missing."));
        problems.AddRange(given.Where(name => main.Of("param").All(param => param.Name != name)).Select(name => $"{file.Name}: main.bicep has no parameter '{name}'."));
    }

    [GeneratedRegex(@"^[\w.]+(/\w+)+@20\d\d-\d\d-\d\d$")]
    private static partial Regex Versioned();

    [GeneratedRegex(@"(?<![\w.'])(?<root>[a-z]\w*)(\[\w+\])?\.(?=[a-z])")]
    private static partial Regex Member();

    [GeneratedRegex(@"'(\\.|\$\{[^}]*\}|[^'\n])*'")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\$\{(?<inner>[^}]*)\}")]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"\[for (?<name>\w+) in|\[for \((?<name>\w+), (?<name>\w+)\) in|(?<name>\w+) =>")]
    private static partial Regex Local();
}

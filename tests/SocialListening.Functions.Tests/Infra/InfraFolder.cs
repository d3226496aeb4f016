using System.Runtime.CompilerServices;

namespace SocialListening.Functions.Tests.Infra;

/// <summary>The templates as they stand in the repository, with replacements to plant a violation.</summary>
internal sealed class InfraFolder
{
    private readonly Dictionary<string, string> _texts;

    private InfraFolder(Dictionary<string, string> texts) => _texts = texts;

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Reads the folder.</summary>
    public static InfraFolder Read()
    {
        var root = Path.Combine(Repository, "infra");
        return new InfraFolder(Directory.EnumerateFiles(root, "*.bicep*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal));
    }

    /// <summary>A folder with one text replaced in one file.</summary>
    public InfraFolder With(string file, string old, string fresh)
    {
        Assert.Contains(old, _texts[file], StringComparison.Ordinal);
        return new InfraFolder(new Dictionary<string, string>(_texts, StringComparer.Ordinal) { [file] = _texts[file].Replace(old, fresh, StringComparison.Ordinal) });
    }

    /// <summary>The templates, without parameter files.</summary>
    public IEnumerable<BicepFile> Templates() => _texts.Keys.Where(name => name.EndsWith(".bicep", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Template);

    /// <summary>The parameter files.</summary>
    public IEnumerable<BicepFile> ParameterFiles() => _texts.Keys.Where(name => name.EndsWith(".bicepparam", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Template);

    /// <summary>One file.</summary>
    public BicepFile Template(string name) => BicepFile.Parse(name, _texts[name]);

    private static string FindRepository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialListening.Tests.Fakes;

/// <summary>
/// Compares JSON with a file below Golden/. With the environment variable UPDATE_GOLDEN=1 the file is written instead and the test
/// fails, so that a run that updates never passes by accident.
/// </summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Exists(string name) => File.Exists(Path.Combine(AppContext.BaseDirectory, "Golden", name));

    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name));

    public static void AssertEqual(string name, string json, [CallerFilePath] string callerFile = "")
    {
        var actual = JsonNode.Parse(json)!.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(callerFile))!, "Golden");
            File.WriteAllText(Path.Combine(folder, name), actual);
            Assert.Fail($"Golden file {name} was written; run again without UPDATE_GOLDEN.");
        }

        Assert.Equal(Read(name).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>A replay that ran from its beginning to its end, and what it left.</summary>
public sealed class UninterruptedRun : IAsyncLifetime, IDisposable
{
    /// <summary>Pseudonyms are compared too, so every run has the same key.</summary>
    private const string Key = "Privacy:PseudonymKey=VGhpcyBpcyBhIHRlc3Qga2V5LCBub3QgYSBzZWNyZXQu";

    private readonly TemporaryFolder _folder = new();

    /// <summary>
    /// Settings of a replay that ends by itself, but for the file. It takes in the collection gap and the first rise of mentions.
    /// </summary>
    public static IReadOnlyList<string> Settings { get; } = ["Run:ExitWhenIdle=true", "Replay:Length=4.12:00:00", Key];

    /// <summary>How long a replay may take on a busy machine.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(8);

    /// <summary>How it ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What it printed.</summary>
    public string Output { get; private set; } = string.Empty;

    /// <summary>How long the process took.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>How much of that went by before the replay began.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>What it stored.</summary>
    internal StoredResult Result { get; private set; } = null!;

    private string StoragePath => _folder.File("uninterrupted.db");

    public async Task InitializeAsync()
    {
        var watch = Stopwatch.StartNew();
        (ExitCode, Output) = await AppProcess.RunAsync(_folder.Path, Longest, [.. Settings, $"Storage:Path={StoragePath}"]);
        Duration = watch.Elapsed;
        StartUp = Duration - TimeSpan.FromSeconds(double.Parse(Regex.Match(Output, @"Done in ([\d.]+) s").Groups[1].Value, CultureInfo.InvariantCulture));
        Result = await StoredResult.ReadAsync(StoragePath);
    }

    /// <summary>Copies the file that it left, for a test that goes on from there.</summary>
    /// <param name="path">The copy.</param>
    public void CopyTo(string path) => File.Copy(StoragePath, path);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}

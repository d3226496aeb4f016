using System.Diagnostics;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>How long the built app takes from the start of its process to the call of its first function.</summary>
internal static class ProcessStart
{
    private const string FirstCall = "Executing 'PollSources'";

    /// <summary>Starts the app on the bundled replay's first hour, with a new file.</summary>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="cancellationToken">Ends the app.</param>
    /// <returns>Seconds to the first call, to the end of the process, and its exit code.</returns>
    public static async Task<(double FirstCall, double End)> MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SocialListening.Functions.dll"), "--fresh",
            "--Storage:Path=" + Path.Combine(folder, "start.db"), "--Replay:Length=01:00:00", "--Run:ExitWhenIdle=true", "--Http:Port=0",
            "--Logging:LogLevel:Function.PollSources=Debug",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        var began = Stopwatch.GetTimestamp();
        using var app = Process.Start(start)!;
        await using var stop = cancellationToken.Register(app.Kill);
        app.ErrorDataReceived += (_, _) => { };
        app.BeginErrorReadLine();
        double? first = null;
        while (await app.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            first ??= line.Contains(FirstCall, StringComparison.Ordinal) ? Stopwatch.GetElapsedTime(began).TotalSeconds : null;
        }

        await app.WaitForExitAsync(cancellationToken);
        return app.ExitCode == 0 && first is { } seconds
            ? (seconds, Stopwatch.GetElapsedTime(began).TotalSeconds)
            : throw new InvalidOperationException($"The app ended with {app.ExitCode}{(first is null ? " and never called PollSources" : string.Empty)}.");
    }
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using SocialListening.CosmosDouble;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>The app as its user starts it: a process of its own, on any free port. Killed at the latest when this is disposed.</summary>
internal sealed class AppProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();
    private event Action? Printed;

    private AppProcess(Process process) => _process = process;

    /// <summary>Everything printed so far, standard output and errors in the order they came.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts the app.</summary>
    /// <param name="folder">Its working directory.</param>
    /// <param name="arguments">Its arguments; a port is added.</param>
    public static AppProcess Start(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // A replay does a day's work in a second: keep what the exporter would drop.
        start.Environment["OTEL_BSP_MAX_QUEUE_SIZE"] = "1000000";

        // What other tests set for this process is not the app's.
        start.Environment.Remove(QueryPlanner.Variable);
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "SocialListening.Functions.dll"), "Http:Port=0", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var app = new AppProcess(new Process { StartInfo = start });
        app._process.OutputDataReceived += (_, line) => app.Add(line.Data);
        app._process.ErrorDataReceived += (_, line) => app.Add(line.Data);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    /// <summary>Runs the app to its end.</summary>
    /// <returns>Its exit code and all that it printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, TimeSpan longest, params IEnumerable<string> arguments)
    {
        using var app = Start(folder, arguments);
        return (await app.WaitForEndAsync(longest), app.Output);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForEndAsync(TimeSpan longest)
    {
        using var timeout = new CancellationTokenSource(longest, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The app did not end within {longest}. It printed:\n{Output}");
        }
    }

    /// <summary>Waits until it has printed something.</summary>
    /// <returns>The match.</returns>
    public async Task<Match> WaitForAsync([StringSyntax(StringSyntaxAttribute.Regex)] string pattern, TimeSpan longest)
    {
        var found = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (Regex.Match(Output, pattern) is { Success: true } match)
            {
                found.TrySetResult(match);
            }
        }

        Printed += Look;
        try
        {
            Look();
            var ended = _process.WaitForExitAsync();
            await Task.WhenAny(found.Task, ended).WaitAsync(longest, TimeProvider.System);
            Look();
            return found.Task.IsCompleted ? await found.Task : throw new InvalidOperationException($"The app ended without printing '{pattern}':\n{Output}");
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The app did not print '{pattern}' within {longest}. It printed:\n{Output}");
        }
        finally
        {
            Printed -= Look;
        }
    }

    /// <summary>Waits for the address of the HTTP API; the app must log it, see <see cref="LogAddress"/>.</summary>
    public async Task<Uri> AddressAsync(TimeSpan longest) => new((await WaitForAsync(@"HTTP functions at (http://\S+/)api", longest)).Groups[1].Value);

    /// <summary>The setting that makes the app log the address of the HTTP API.</summary>
    public const string LogAddress = "Logging:LogLevel:Microsoft.Azure.Functions.Worker=Information";

    /// <summary>Ends it at once, as a crash would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Does what Ctrl+C does (SIGINT). Not on Windows.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (_gate)
            {
                _output.AppendLine(line);
            }

            Printed?.Invoke();
        }
    }
}

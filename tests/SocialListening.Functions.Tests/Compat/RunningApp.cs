using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialListening.Functions.Tests.Compat;

/// <summary>A functions app with chosen functions, started and stopped as a user's would be.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningApp(IHost host, Recorder recorder, LogLines log)
    {
        _host = host;
        Recorder = recorder;
        Log = log;
    }

    public Recorder Recorder { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _host.Services;

    public HttpClient Client() => new() { BaseAddress = _host.Services.GetRequiredService<HttpEndpoint>().Address };

    public static async Task<RunningApp> StartAsync(
        IReadOnlyCollection<Type> functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string hostJson = "{}",
        params string[] args)
    {
        var folder = Path.Combine(Path.GetTempPath(), "compat-" + Guid.NewGuid().ToString("N"));
        var builder = FunctionsApplication.CreateBuilder(["--Http:Port=0", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Trace", "--Logging:LogLevel:SocialListening=Trace", $"--Host:TimerFolder={folder}", .. args]);
        var recorder = new Recorder();
        var log = new LogLines();
        builder.Services.AddSingleton(new FunctionSource(functions));
        builder.Services.AddSingleton(HostJson.Parse(hostJson));
        builder.Services.AddSingleton(recorder);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        configure?.Invoke(builder);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new RunningApp(host, recorder, log);
    }

    public Task StopAsync() => _host.StopAsync().WaitAsync(TimeSpan.FromSeconds(90), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        Recorder.OpenAll();
        await StopAsync();
        _host.Dispose();
    }

    /// <summary>Log lines as 'Level Category: message'.</summary>
    internal sealed class LogLines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => new Line(_lines, categoryName);

        public void Dispose()
        {
        }

        private sealed class Line(ConcurrentQueue<string> lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}");
        }
    }
}

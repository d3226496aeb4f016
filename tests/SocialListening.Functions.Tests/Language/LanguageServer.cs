using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialListening.Functions.Tests.Language;

/// <summary>
/// Answers on loopback as the service documents: its limits, errors and counts. Whatever a test scripts comes first, one
/// script for each request.
/// </summary>
internal sealed partial class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LanguageServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<LanguageRequest> Requests { get; } = new();

    /// <summary>What the next requests get instead of a true answer.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Scripts { get; } = new();

    /// <summary>Records billed: one for each 1,000 text elements begun of each document answered.</summary>
    public int Billed { get; private set; }

    public static async Task<LanguageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new LanguageServer(app);
        app.MapPost("/language/:analyze-text", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Fixture(string name, int status = 200, params (string Name, string Value)[] headers) =>
        Body(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Language", name)), status, headers);

    public static Func<HttpContext, Task> Body(string body, int status = 200, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    };

    /// <summary>Answers truly, in place of a script.</summary>
    public static async Task TrueAnswerAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        var (body, _) = LanguageAnalysis.Answer((await JsonDocument.ParseAsync(context.Request.Body)).RootElement);
        await Body(body.ToJsonString())(context);
    }

    /// <summary>Gives what a script gives, with the documents' ids a, b, c, d or 1 as 0, 1, 2, 3 or 0.</summary>
    public static async Task RenumberAsync(HttpContext context, Func<HttpContext, Task> script)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await script(context);
        var text = Encoding.UTF8.GetString(held.ToArray());
        var ids = text.Contains("\"id\": \"1\"", StringComparison.Ordinal) ? "1" : "abcd";
        text = DocumentId().Replace(text, match => $"\"id\": \"{ids.IndexOf(match.Groups[1].Value, StringComparison.Ordinal)}\"");
        await body.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
        var request = new LanguageRequest(
            context.Request.QueryString.Value!, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
        Requests.Enqueue(request);
        if (Scripts.TryDequeue(out var script))
        {
            await script(context);
            return;
        }

        var (body, billed) = LanguageAnalysis.Answer(JsonDocument.Parse(request.Body).RootElement);
        Billed += billed;
        await Body(body.ToJsonString(), body["error"] is null ? 200 : 400)(context);
    }

    [GeneratedRegex("\"id\": ?\"([a-d1])\"")]
    private static partial Regex DocumentId();
}

using System.Text.Json;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Http;

/// <summary>The app's HTTP API over what the uninterrupted run stored.</summary>
public sealed class ApiProcess(UninterruptedRun uninterrupted) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private AppProcess? _app;
    private HttpClient? _client;

    /// <summary>What is stored.</summary>
    internal StoredResult Stored => uninterrupted.Result;

    public async Task InitializeAsync()
    {
        uninterrupted.CopyTo(_folder.File("api.db"));
        _app = AppProcess.Start(
            _folder.Path,
            [.. UninterruptedRun.Settings, $"Storage:Path={_folder.File("api.db")}", "Run:ExitWhenIdle=false", AppProcess.LogAddress]);
        var patience = TimeSpan.FromMinutes(3);
        _client = new HttpClient { BaseAddress = await _app.AddressAsync(patience), Timeout = patience };
        await _app.WaitForAsync("The replay is over", patience);
    }

    /// <summary>Asks with the admin key of a bare start, which opens every route.</summary>
    /// <param name="address">Path and query.</param>
    /// <param name="key">The key; <see langword="null"/> for none.</param>
    /// <param name="method">The method.</param>
    /// <returns>Status, media type, and the body.</returns>
    internal async Task<(int Status, string? MediaType, string Body)> GetAsync(string address, string? key = "local-admin", string method = "GET")
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(address, UriKind.Relative));
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var response = await _client!.SendAsync(request);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request with the key of a bare start.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Path and query.</param>
    /// <param name="json">The body; <see langword="null"/> for none.</param>
    /// <param name="accept">The header Accept; <see langword="null"/> for none.</param>
    /// <param name="key">The key; <see langword="null"/> for none.</param>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? json = null, string? accept = null, string? key = "local")
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await _client!.SendAsync(request);
    }

    /// <summary>Asks for JSON that must be there.</summary>
    internal async Task<JsonElement> JsonAsync(string address)
    {
        var (status, mediaType, body) = await GetAsync(address);
        Assert.True(status == 200, $"{address} answered {status}: {body}");
        Assert.Equal("application/json", mediaType);
        return JsonDocument.Parse(body).RootElement;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client?.Dispose();
        _app?.Dispose();
        _folder.Dispose();
    }
}

using System.Text;
using SocialListening.Functions.Tests.EndToEnd;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Http;

/// <summary>The app with its brands in a store that is empty at first.</summary>
public sealed class StoreProcess : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private AppProcess? _app;
    private HttpClient? _client;

    public async Task InitializeAsync()
    {
        _app = AppProcess.Start(_folder.Path, "Brands:Source=store", $"Storage:Path={_folder.File("api.db")}", "PollSourcesSchedule=0 0 0 1 1 *", AppProcess.LogAddress);
        var patience = TimeSpan.FromMinutes(3);
        _client = new HttpClient { BaseAddress = await _app.AddressAsync(patience), Timeout = patience };
    }

    /// <summary>Sends a request with the admin key of a bare start.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Path and query.</param>
    /// <param name="body">The body; <see langword="null"/> for none.</param>
    /// <param name="key">The key.</param>
    /// <param name="headers">Names and values.</param>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body = null, string key = "local-admin", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("x-functions-key", key);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await _client!.SendAsync(request);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client?.Dispose();
        _app?.Dispose();
        _folder.Dispose();
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Networking;

namespace SocialListening.Tests.Networking;

public sealed class GuardedDialerTests
{
    [Fact]
    public async Task Get_NameThatResolvesToLoopback_IsRefusedAndNothingIsCalled()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        var resolver = new ListResolver([IPAddress.Loopback]);
        await using var services = Services(resolver, allowPrivate: false);

        var exception = await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client(services).GetAsync(new Uri($"http://innocent.example.org:{server.Port}/")));

        Assert.IsType<RefusedAddressException>(exception as RefusedAddressException ?? exception.InnerException);
        Assert.Equal(0, server.Calls);
        Assert.Equal(["innocent.example.org"], resolver.Asked);
    }

    [Fact]
    public async Task AllowedAddresses_MixOfPublicAndPrivate_KeepsThePublicOnly()
    {
        await using var services = Services(new ListResolver([IPAddress.Parse("10.0.0.1"), IPAddress.Parse("1.1.1.1"), IPAddress.Parse("fd00::1")]), allowPrivate: false);

        var addresses = await services.GetRequiredService<GuardedDialer>().AllowedAddressesAsync("mixed.example.org", CancellationToken.None);

        Assert.Equal([IPAddress.Parse("1.1.1.1")], addresses);
    }

    [Fact]
    public async Task Get_PrivateAllowed_ConnectsToTheResolvedAddress()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var services = Services(new ListResolver([IPAddress.Loopback]), allowPrivate: true);

        Assert.Equal("ok", await Client(services).GetStringAsync(new Uri($"http://inside.example.org:{server.Port}/")));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Get_FirstAddressIsDead_TriesTheNext()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var services = Services(new ListResolver([IPAddress.Parse("127.0.0.9"), IPAddress.Loopback]), allowPrivate: true);

        Assert.Equal("ok", await Client(services).GetStringAsync(new Uri($"http://inside.example.org:{server.Port}/")));
    }

    private static HttpClient Client(ServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient(OutboundHttp.ClientName);

    private static ServiceProvider Services(IHostResolver resolver, bool allowPrivate)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Network:AllowPrivateAddresses", allowPrivate.ToString())]).Build());
        services.AddSingleton(resolver);
        services.AddOutboundHttp();
        return services.BuildServiceProvider();
    }

    private sealed class ListResolver(IReadOnlyList<IPAddress> addresses) : IHostResolver
    {
        public List<string> Asked { get; } = [];

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked.Add(host);
            return Task.FromResult(addresses);
        }
    }

    /// <summary>Answers every connection on 127.0.0.1 with fixed bytes.</summary>
    private sealed class LoopbackServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly byte[] _answer;
        private int _calls;

        public LoopbackServer(string answer)
        {
            _answer = Encoding.ASCII.GetBytes(answer);
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Calls => Volatile.Read(ref _calls);

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _calls);
                    var stream = client.GetStream();
                    await stream.ReadAtLeastAsync(new byte[4096], 1);
                    await stream.WriteAsync(_answer);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}

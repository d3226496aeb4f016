using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SocialListening.Networking;

/// <summary>
/// Opens connections to public addresses only. The name is resolved here, once, and the connection goes to an address that was
/// checked, so a name that changes its mind between check and connection (DNS rebinding) gains nothing.
/// </summary>
internal sealed class GuardedDialer(IHostResolver resolver, IOptions<NetworkOptions> options)
{
    private readonly bool _allowPrivate = options.Value.AllowPrivateAddresses;

    /// <summary>Gives the addresses of a host that may be called.</summary>
    /// <exception cref="RefusedAddressException">The host has no address that may be called.</exception>
    /// <exception cref="SocketException">The name is not known.</exception>
    public async Task<IReadOnlyList<IPAddress>> AllowedAddressesAsync(string host, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        if (all.Count == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var allowed = _allowPrivate ? all : [.. all.Where(AddressGuard.IsPublic)];
        return allowed.Count > 0 ? allowed : throw new RefusedAddressException(UrlGuard.Private(host));
    }

    /// <summary>Opens a connection, trying the allowed addresses in turn.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await AllowedAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Count)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}

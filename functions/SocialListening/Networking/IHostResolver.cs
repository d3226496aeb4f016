using System.Net;

namespace SocialListening.Networking;

/// <summary>Finds the addresses of a host.</summary>
internal interface IHostResolver
{
    /// <summary>Gives all addresses of a host in the order to try them.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name is not known.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

using System.Collections.Frozen;

namespace SocialListening.Platforms;

/// <summary>Finds the connector of a platform.</summary>
public sealed class ConnectorRegistry
{
    private readonly FrozenDictionary<string, IPlatformConnector> _connectors;

    /// <summary>Takes the connectors that are installed.</summary>
    /// <param name="connectors">At most one for each platform.</param>
    /// <exception cref="ArgumentException">Two connectors name the same platform.</exception>
    public ConnectorRegistry(IEnumerable<IPlatformConnector> connectors) =>
        _connectors = connectors.ToFrozenDictionary(connector => connector.Platform, StringComparer.Ordinal);

    /// <summary>The platforms that have a connector, in order.</summary>
    public IEnumerable<string> Platforms => _connectors.Keys.Order(StringComparer.Ordinal);

    /// <summary>Gives the connector of a platform, or <see langword="null"/> when there is none.</summary>
    /// <param name="platform">The platform's short name.</param>
    public IPlatformConnector? Find(string platform) => _connectors.GetValueOrDefault(platform);
}

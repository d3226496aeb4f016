namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>How the service is spoken to.</summary>
internal enum CosmosConnectionMode
{
    /// <summary>TCP to the replicas: fewer hops, what Azure is for.</summary>
    Direct,

    /// <summary>HTTPS to the gateway: one address and one port, for emulators and strict firewalls.</summary>
    Gateway,
}

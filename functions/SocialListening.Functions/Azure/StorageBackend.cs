namespace SocialListening.Functions.Azure;

/// <summary>Where mentions, counts, alerts and positions are kept.</summary>
internal enum StorageBackend
{
    /// <summary>In the embedded storage file.</summary>
    Embedded,

    /// <summary>In Azure Cosmos DB, or its emulator.</summary>
    Cosmos,
}

namespace SocialListening.Functions.Azure;

/// <summary>
/// Where queues are kept (section <c>Queues</c>) and, for Azure Storage, how to reach them: the settings <c>QueueStorage</c> or
/// <c>QueueStorage:queueServiceUri</c>, which the queue triggers of the Functions host read under the same names.
/// </summary>
internal sealed class QueueOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Queues";

    /// <summary>The name of the connection, as it stands in the queue triggers.</summary>
    public const string ConnectionName = "QueueStorage";

    /// <summary>The backend. Default <see cref="QueueBackend.Embedded"/>.</summary>
    public QueueBackend Backend { get; set; } = QueueBackend.Embedded;

    /// <summary>The setting <c>QueueStorage</c>: a storage connection string, for the emulator and for accounts with shared keys. Holds a secret.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The setting <c>QueueStorage:queueServiceUri</c>: the queue endpoint of the account, reached with the app's identity.</summary>
    public string? QueueServiceUri { get; set; }

    /// <summary>The setting <c>QueueStorage:clientId</c>: the client id of a user-assigned identity; <see langword="null"/> for the default one.</summary>
    public string? ClientId { get; set; }

    /// <summary>Leaves the connection string out.</summary>
    public override string ToString() => $"{Backend}, {QueueServiceUri ?? (ConnectionString is null ? "no connection" : "connection string")}";
}

namespace SocialListening.Functions;

/// <summary>The setting that queue triggers and the queue client share.</summary>
internal static class QueueConnection
{
    /// <summary>
    /// Name of the setting with a connection string, or prefix of an identity-based connection
    /// (<c>QueueStorage__queueServiceUri</c>), see https://learn.microsoft.com/azure/azure-functions/functions-reference#configure-an-identity-based-connection.
    /// </summary>
    public const string Name = "QueueStorage";
}

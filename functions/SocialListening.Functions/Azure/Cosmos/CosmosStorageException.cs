namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Cosmos DB did not do what was asked; the message says what to do about it.</summary>
internal sealed class CosmosStorageException : Exception
{
    private const int PartitionIsFull = 1014;

    /// <summary>Makes one with a message for the operator.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    public CosmosStorageException(string message)
        : base(message)
    {
    }

    /// <summary>Puts an answer into words.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="container">The container.</param>
    /// <param name="answer">What the service said.</param>
    public static CosmosStorageException From(string operation, string container, CosmosAnswer answer)
    {
        var advice = ((int)answer.Status, answer.SubStatus) switch
        {
            (401, _) => "The key or identity was not accepted: check Cosmos:Key, or the identity of the app.",
            (403, PartitionIsFull) => "A logical partition is full: raise Cosmos:MinimumShards; it counts from tomorrow's mentions on. Entries of feeds share one partition for each brand: keep mentions for less time, or give the feeds to several brands.",
            (403, _) => "The app may not do this: give its identity the role 'Cosmos DB Built-in Data Contributor' on the database, and check the account's firewall.",
            (404, _) when !answer.Passing => "The database or container is missing: deploy it, or set Cosmos:CreateContainers for an emulator.",
            (413, _) => "A document is larger than the service takes.",
            (429, _) => "The database has less throughput than it is asked for: raise its limit. What was queued is tried again.",
            _ when answer.Passing => "It did not come right in time. What was queued is tried again.",
            _ => "This is a mistake of the program.",
        };
        return new CosmosStorageException($"Cosmos DB answered {(int)answer.Status}/{answer.SubStatus} to '{operation}' on '{container}'. {advice}");
    }
}

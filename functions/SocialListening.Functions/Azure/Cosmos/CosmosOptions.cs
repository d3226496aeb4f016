using System.ComponentModel.DataAnnotations;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>How Azure Cosmos DB is reached and what is kept there for how long. Section <c>Cosmos</c>.</summary>
internal sealed class CosmosOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Cosmos";

    /// <summary>The account's address, <c>https://&lt;account&gt;.documents.azure.com</c>; an emulator on this machine may have an http one.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The account's key, for emulators and accounts with key access; <see langword="null"/> to sign in with the app's identity. A secret.</summary>
    public string? Key { get; set; }

    /// <summary>The client id of a user-assigned identity; <see langword="null"/> for the default one.</summary>
    public string? ClientId { get; set; }

    /// <summary>The database. Default <c>sociallistening</c>.</summary>
    [Required]
    [RegularExpression("[^/\\\\?#]{1,255}", ErrorMessage = "Cosmos:Database is a name of 1 to 255 characters without / \\ ? and #.")]
    public string Database { get; set; } = "sociallistening";

    /// <summary>The regions to read and write in, the nearest first, with commas between: <c>France Central, West Europe</c>. <see langword="null"/> leaves it to the account.</summary>
    public string? PreferredRegions { get; set; }

    /// <summary>How the service is spoken to. Default <see cref="CosmosConnectionMode.Direct"/>; emulators need <see cref="CosmosConnectionMode.Gateway"/>.</summary>
    public CosmosConnectionMode ConnectionMode { get; set; } = CosmosConnectionMode.Direct;

    /// <summary>
    /// Whether the database and its containers are made when they are missing. Default <see langword="false"/>: in Azure the
    /// deployment makes them, and the app's identity may not.
    /// </summary>
    public bool CreateContainers { get; set; }

    /// <summary>
    /// The fewest logical partitions that a day of one brand is spread over, 1 to 64. Default 1; more are used by themselves once
    /// a brand has had a day of more than two million mentions. A change counts for days that have no mention yet.
    /// </summary>
    [Range(1, 64)]
    public int MinimumShards { get; set; } = 1;

    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{Endpoint}, {Database}, {ConnectionMode}, {(string.IsNullOrEmpty(Key) ? "identity" : "key")}";
}

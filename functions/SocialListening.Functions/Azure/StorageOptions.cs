namespace SocialListening.Functions.Azure;

/// <summary>Which storage is used. Section <c>Storage</c>, shared with the settings of the embedded storage.</summary>
internal sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Storage";

    /// <summary>The backend. Default <see cref="StorageBackend.Embedded"/>.</summary>
    public StorageBackend Backend { get; set; } = StorageBackend.Embedded;
}

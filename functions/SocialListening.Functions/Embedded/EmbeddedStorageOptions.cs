using System.ComponentModel.DataAnnotations;

namespace SocialListening.Functions.Embedded;

/// <summary>Where the embedded storage keeps its file. Section <c>Storage</c>.</summary>
internal sealed class EmbeddedStorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Storage";

    /// <summary>
    /// The SQLite file; a relative path starts at the working directory. Its folder is made when it is missing. One process owns
    /// the file at a time. Default <c>.local/sociallistening.db</c>.
    /// </summary>
    [Required]
    public string Path { get; set; } = ".local/sociallistening.db";

    /// <summary>Whether to start over with an empty file, losing what an earlier run stored. Default <see langword="false"/>.</summary>
    public bool Fresh { get; set; }
}

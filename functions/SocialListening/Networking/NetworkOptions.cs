using System.ComponentModel.DataAnnotations;

namespace SocialListening.Networking;

/// <summary>How outgoing HTTP calls may use the network. Section <c>Network</c>.</summary>
internal sealed class NetworkOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Network";

    /// <summary>
    /// Whether calls may go to loopback, private, link-local and other addresses that are not on the public internet.
    /// Default <see langword="false"/>; meant for tests and for feeds inside one's own network.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The User-Agent header of every call, 1 to 200 printable ASCII characters; name a contact address here. Default <c>SocialListening/1.0</c>.</summary>
    [Required]
    [RegularExpression(@"^[\x21-\x7E][\x20-\x7E]{0,199}$")]
    public string UserAgent { get; set; } = "SocialListening/1.0";

    /// <summary>Time to open one connection, 1 second to 1 minute. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

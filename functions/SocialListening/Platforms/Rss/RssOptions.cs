using System.ComponentModel.DataAnnotations;

namespace SocialListening.Platforms.Rss;

/// <summary>How feeds are read. Section <c>Platforms:Rss</c>.</summary>
internal sealed class RssOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Platforms:Rss";

    /// <summary>The least time between two polls of one feed, 0 to 1 day; a feed may ask for more, up to 1 day. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a feed may answer 404 before that counts as final, 0 to 90 days. Default 5 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan MissingGrace { get; set; } = TimeSpan.FromDays(5);
}

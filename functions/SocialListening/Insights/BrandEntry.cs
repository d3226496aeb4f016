namespace SocialListening.Insights;

/// <summary>One brand in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">Its IANA time zone.</param>
/// <param name="Sources">Ids of its sources.</param>
public sealed record BrandEntry(string Id, string Name, string TimeZone, IReadOnlyList<string> Sources);

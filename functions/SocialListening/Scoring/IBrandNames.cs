namespace SocialListening.Scoring;

/// <summary>Knows how people name a brand or cause.</summary>
public interface IBrandNames
{
    /// <summary>The names, handles and hashtags of a brand, as written; empty for a brand that is not known.</summary>
    /// <param name="brandId">The brand.</param>
    IReadOnlyList<string> Of(string brandId);
}

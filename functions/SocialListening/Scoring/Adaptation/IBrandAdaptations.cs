namespace SocialListening.Scoring.Adaptation;

/// <summary>Knows which brands have an adaptation of their own.</summary>
public interface IBrandAdaptations
{
    /// <summary>The adaptation of a brand; <see langword="null"/> when it has none that can be used.</summary>
    /// <param name="brandId">The brand.</param>
    BrandAdaptation? Of(string brandId);
}

using SocialListening.Brands;

namespace SocialListening.Collecting;

/// <summary>Gives what matches mentions with brands.</summary>
public interface IBrandMatching
{
    /// <summary>Gives the matchers of the brands as they were at one time. Cheap but for the first call with a snapshot. Thread-safe.</summary>
    /// <param name="brands">The brands; the matchers name no other.</param>
    BrandMatchers Of(BrandSnapshot brands);
}

using SocialListening.Contracts;

namespace SocialListening.Platforms;

/// <summary>Writes a brand's query in a platform's own search syntax.</summary>
public interface IPlatformQueryRenderer
{
    /// <summary>Renders the query as far as the platform's syntax goes; what is found may be more than the query matches, not less.</summary>
    /// <param name="brand">The brand whose query is rendered.</param>
    /// <param name="platform">The platform, one of <see cref="PlatformNames"/>, or <c>generic</c>.</param>
    /// <returns>The search text; empty when the platform's search can say nothing of the query.</returns>
    string Render(Brand brand, string platform);
}

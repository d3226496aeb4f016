using SocialListening.Contracts;

namespace SocialListening.Collecting;

/// <summary>Removes from a mention who wrote it, before it leaves collection.</summary>
public interface IAuthorPrivacy
{
    /// <summary>Gives the mention with a pseudonym in place of its author.</summary>
    /// <param name="mention">The mention as collected.</param>
    Mention Pseudonymize(Mention mention);
}

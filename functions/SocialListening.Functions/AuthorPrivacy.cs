using SocialListening.Collecting;
using SocialListening.Contracts;
using SocialListening.Privacy;

namespace SocialListening.Functions;

/// <summary>Gives collection the keyed pseudonyms.</summary>
internal sealed class AuthorPrivacy(AuthorPseudonymizer pseudonymizer) : IAuthorPrivacy
{
    public Mention Pseudonymize(Mention mention) => pseudonymizer.Apply(mention);
}

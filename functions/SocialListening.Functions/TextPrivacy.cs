using SocialListening.Collecting;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Functions;

/// <summary>Gives collection the masks of personal data.</summary>
internal sealed class TextPrivacy(PiiRedactor redactor) : ITextPrivacy
{
    public string Mask(string text) => redactor.Masked(text);
}

namespace SocialListening.Collecting;

/// <summary>Masks personal data in a text, before it leaves collection.</summary>
public interface ITextPrivacy
{
    /// <summary>Gives the text with what it masks in place, so that it keeps its length; the same string when there is nothing to mask.</summary>
    /// <param name="text">The text as collected.</param>
    string Mask(string text);
}

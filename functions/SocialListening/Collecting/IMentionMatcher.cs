using SocialListening.Contracts;

namespace SocialListening.Collecting;

/// <summary>Tells which brands a mention is about.</summary>
public interface IMentionMatcher
{
    /// <summary>Gives the ids of the brands whose query the mention matches; empty when none does. Thread-safe.</summary>
    /// <param name="mention">The mention, with its author's own handle.</param>
    IReadOnlyList<string> Match(Mention mention);
}

using SocialListening.Contracts;

namespace SocialListening.Collecting;

/// <summary>Tells which topics of its brands a mention belongs to.</summary>
public interface ITopicMatcher
{
    /// <summary>Gives the topics of the given brands whose query the mention matches, as <see cref="TopicKey"/>, in ordinal order. Thread-safe.</summary>
    /// <param name="mention">The mention, with its author's own handle.</param>
    /// <param name="brandIds">The brands that the mention matched.</param>
    IReadOnlyList<string> Match(Mention mention, IReadOnlyList<string> brandIds);
}

namespace SocialListening.Scoring.Embedded.Target;

/// <summary>A part of a text between punctuation or contrast words.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Words">Words in it.</param>
/// <param name="NamesTarget">It holds a name of the target.</param>
/// <param name="NamesOther">It holds another name: a handle, a hashtag or a capitalised word inside a sentence.</param>
internal readonly record struct Clause(int Start, int Length, int Words, bool NamesTarget, bool NamesOther);

using SocialListening.Contracts;

namespace SocialListening.Privacy.Erasing;

/// <summary>
/// Makes the keys of the erasure ledger: keyed hashes of ids, so that an entry is found by whoever holds the id and the key, and
/// tells nobody else whom it is about. With another <see cref="PrivacyOptions.PseudonymKey"/> no entry is found any more.
/// </summary>
public sealed class ErasureKeys(AuthorPseudonymizer pseudonymizer)
{
    // No platform has a slash in its name, so these never meet a pseudonym.
    private const string Posts = "erasures/posts";
    private const string Authors = "erasures/authors";

    /// <summary>The key of a post: <c>post-</c> and 32 hex digits.</summary>
    /// <param name="mentionId">The mention's id, <c>platform:platformPostId</c>.</param>
    public string OfPost(string mentionId) => string.Concat("post-", pseudonymizer.Pseudonym(Posts, mentionId).AsSpan(AuthorPseudonymizer.Prefix.Length));

    /// <summary>The key of an author: <c>author-</c> and 32 hex digits, the same for the id and for its pseudonym.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="author">The author's id there, or its pseudonym.</param>
    public string OfAuthor(string platform, string author) =>
        string.Concat("author-", pseudonymizer.Pseudonym(Authors, PseudonymOf(platform, author)).AsSpan(AuthorPseudonymizer.Prefix.Length));

    /// <summary>The pseudonym of an author, whether the id or the pseudonym is given.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="author">The author's id there, or its pseudonym.</param>
    public string PseudonymOf(string platform, string author) => AuthorPseudonymizer.IsPseudonym(author) ? author : pseudonymizer.Pseudonym(platform, author);

    /// <summary>The key of each subject of an order, in order.</summary>
    /// <param name="order">The order.</param>
    public IReadOnlyList<string> Of(ErasureOrder order) =>
        [.. order.Subjects.Select(subject => order.Kind == ErasureKind.Author ? OfAuthor(order.Platform, subject) : OfPost(MentionId.Of(order.Platform, subject)))];
}

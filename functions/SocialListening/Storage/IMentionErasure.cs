namespace SocialListening.Storage;

/// <summary>Deletes stored mentions for good, over all brands, also those that are no longer configured.</summary>
public interface IMentionErasure
{
    /// <summary>The most mentions of one call.</summary>
    const int MaxMentions = 100;

    /// <summary>Finds the stored mentions of some posts.</summary>
    /// <param name="mentionIds">Ids of mentions, 1 to <see cref="MaxMentions"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>At most <see cref="MaxMentions"/> of them, one for each brand that has it; empty once none is stored.</returns>
    Task<IReadOnlyList<MentionPlace>> FindAsync(IReadOnlyList<string> mentionIds, CancellationToken cancellationToken);

    /// <summary>Finds stored mentions of an author.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="authorIds">The author's id and pseudonym, one of which mentions carry; 1 to 10.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>At most <see cref="MaxMentions"/> of them; empty once none is stored.</returns>
    Task<IReadOnlyList<MentionPlace>> FindByAuthorAsync(string platform, IReadOnlyList<string> authorIds, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes mentions with their text, author, score and correction, and takes their key phrases out of those of their hour and
    /// day in the same atomic write, since those are words of the text. What else counted them stays: a count names nobody, and
    /// detection compares with it. Deleting again changes nothing.
    /// </summary>
    /// <param name="places">The mentions, at most <see cref="MaxMentions"/>.</param>
    /// <param name="cancellationToken">Cancels between mentions.</param>
    Task DeleteAsync(IReadOnlyList<MentionPlace> places, CancellationToken cancellationToken);
}

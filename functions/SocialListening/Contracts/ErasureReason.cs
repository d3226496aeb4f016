namespace SocialListening.Contracts;

/// <summary>Why something is erased.</summary>
public enum ErasureReason
{
    /// <summary>The author asked for it, see GDPR article 17.</summary>
    AuthorRequest,

    /// <summary>The post was deleted on its platform.</summary>
    PostDeleted,

    /// <summary>The author deleted, protected or lost the account.</summary>
    AuthorGone,

    /// <summary>The platform marked the post as gone when it was read again, see <see cref="Mention.DeletionSignal"/>.</summary>
    PlatformSignal,

    /// <summary>A court, an authority or the platform ordered it.</summary>
    Order,
}

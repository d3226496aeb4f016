namespace SocialListening.Contracts;

/// <summary>What an erasure is about.</summary>
public enum ErasureKind
{
    /// <summary>One post.</summary>
    Post,

    /// <summary>Everything that one author wrote.</summary>
    Author,
}

namespace SocialListening.Storage;

/// <summary>What a write to a brand's definition did.</summary>
public enum BrandWriteOutcome
{
    /// <summary>There was none, and it is stored.</summary>
    Created,

    /// <summary>Another one was stored, and is replaced.</summary>
    Replaced,

    /// <summary>The same was stored already; nothing was written, and no version moved.</summary>
    Unchanged,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>There is none to delete.</summary>
    Missing,

    /// <summary>Another version is stored than the one expected; nothing was written.</summary>
    Conflict,

    /// <summary>There are <see cref="IBrandStore.MaxBrands"/> brands already; nothing was written.</summary>
    Full,
}

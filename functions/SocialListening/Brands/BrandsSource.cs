namespace SocialListening.Brands;

/// <summary>Where the definitions of brands are kept.</summary>
public enum BrandsSource
{
    /// <summary>In a brand file, read once at the start.</summary>
    File,

    /// <summary>In the store, where they may be changed at any time.</summary>
    Store,
}

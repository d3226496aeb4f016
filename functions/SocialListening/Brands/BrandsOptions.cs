namespace SocialListening.Brands;

/// <summary>Where the brands come from.</summary>
public sealed class BrandsOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Brands";

    /// <summary>The brand file, absolute, or relative to the working directory or else to the folder of the app.</summary>
    /// <value>Default empty: the bundled demonstration brands, which listen to the replay.</value>
    public string Path { get; set; } = "";
}

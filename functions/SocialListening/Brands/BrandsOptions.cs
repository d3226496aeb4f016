using System.ComponentModel.DataAnnotations;

namespace SocialListening.Brands;

/// <summary>Where the brands come from.</summary>
public sealed class BrandsOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Brands";

    /// <summary>Where the definitions are kept.</summary>
    /// <value>Default <see cref="BrandsSource.File"/>.</value>
    public BrandsSource Source { get; set; } = BrandsSource.File;

    /// <summary>
    /// The brand file, absolute, or relative to the working directory or else to the folder of the app. With
    /// <see cref="BrandsSource.Store"/> it fills a store that nothing was ever put into, and is not looked at afterwards.
    /// </summary>
    /// <value>Default empty: the bundled demonstration brands, which listen to the replay; with <see cref="BrandsSource.Store"/> none.</value>
    public string Path { get; set; } = "";

    /// <summary>How often each instance looks whether the definitions in the store have changed. Not used with a file.</summary>
    /// <value>Default 1 minute; 5 seconds to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromMinutes(1);
}

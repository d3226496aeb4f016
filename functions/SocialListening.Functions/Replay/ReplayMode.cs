using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Functions.Replay;

/// <summary>Tells whether the brands listen to the bundled replay, on its own clock, or to live sources.</summary>
internal static class ReplayMode
{
    /// <summary>Whether the replay is listened to.</summary>
    /// <param name="brands">The brands of the file.</param>
    /// <exception cref="InvalidOperationException">Replay and live sources are mixed, which no clock could serve.</exception>
    public static bool IsOn(BrandSnapshot brands)
    {
        var enabled = brands.Sources.Values.Where(source => source.Enabled).ToArray();
        var replay = enabled.Count(source => source.Platform == PlatformNames.Replay);
        if (replay > 0 && replay < enabled.Length)
        {
            var live = enabled.First(source => source.Platform != PlatformNames.Replay);
            throw new InvalidOperationException(
                $"The brand file mixes replay sources with live ones ('{live.Id}' is live). The replay runs on a clock of its own: disable either.");
        }

        return replay > 0;
    }
}

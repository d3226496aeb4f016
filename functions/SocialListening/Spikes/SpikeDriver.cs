namespace SocialListening.Spikes;

/// <summary>One part's share in what moved.</summary>
/// <param name="Series">The part, such as <c>negative</c>, <c>near-duplicates</c> or <c>platform:mastodon</c>.</param>
/// <param name="Observed">Mentions of the part in the alert's window.</param>
/// <param name="Expected">Mentions of the part that were to be expected there.</param>
/// <param name="Share">The part's excess as a share of the whole excess, 0 to 1. Parts overlap: shares need not sum to 1.</param>
public readonly record struct SpikeDriver(string Series, double Observed, double Expected, double Share);

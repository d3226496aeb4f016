using SocialListening.Contracts;

namespace SocialListening.Insights;

/// <summary>Alerts of a brand, the newest onset first.</summary>
/// <param name="Alerts">The alerts.</param>
public sealed record AlertList(IReadOnlyList<Alert> Alerts);

namespace SocialListening.Spikes;

/// <summary>An announced event during <c>[Start, End)</c> that multiplies the mentions to be expected.</summary>
/// <param name="Start">First instant.</param>
/// <param name="End">First instant after it; an event that ends before it starts never applies.</param>
/// <param name="Factor">Times the usual volume, 0.1 to 100; outside values are clamped.</param>
public sealed record KnownEvent(DateTimeOffset Start, DateTimeOffset End, double Factor);

namespace SocialListening.Contracts;

/// <summary>The order to notify people of one stored alert. Delivering it twice notifies each channel once.</summary>
/// <param name="BrandId">The brand that the alert is about.</param>
/// <param name="AlertId">The alert's id.</param>
/// <param name="Revision">The alert's revision to be told, from 1.</param>
/// <param name="FailedSinceUtc">When it first could not be told to everybody; <see langword="null"/> for a first attempt.</param>
/// <param name="Failures">How often that was so; <see langword="null"/> for a first attempt.</param>
public sealed record AlertMessage(string BrandId, string AlertId, int Revision, DateTimeOffset? FailedSinceUtc = null, int? Failures = null);

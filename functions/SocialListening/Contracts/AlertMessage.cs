namespace SocialListening.Contracts;

/// <summary>The order to notify people of one stored alert. Delivering it twice notifies each channel once.</summary>
/// <param name="BrandId">The brand that the alert is about.</param>
/// <param name="AlertId">The alert's id.</param>
/// <param name="Revision">The alert's revision to be told, from 1.</param>
public sealed record AlertMessage(string BrandId, string AlertId, int Revision);

using SocialListening.Contracts;

namespace SocialListening.Notifiers.Webhook;

/// <summary>The body of a webhook call.</summary>
/// <param name="Type"><c>alert.opened</c>, <c>alert.updated</c> or <c>alert.ended</c>.</param>
/// <param name="BrandName">The brand's name as people read it.</param>
/// <param name="Summary">One sentence for a person.</param>
/// <param name="Alert">The alert.</param>
internal sealed record WebhookPayload(string Type, string BrandName, string Summary, Alert Alert);

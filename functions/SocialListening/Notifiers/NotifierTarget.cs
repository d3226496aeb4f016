using SocialListening.Contracts;

namespace SocialListening.Notifiers;

/// <summary>One recipient on one channel.</summary>
/// <param name="Key">A name that stays the same, without secrets; notes of delivery are kept under it.</param>
/// <param name="Recipient">The entry of the brand file; <see langword="null"/> for a channel without one.</param>
public sealed record NotifierTarget(string Key, AlertRecipient? Recipient);

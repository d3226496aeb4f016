using SocialListening.Contracts;

namespace SocialListening.Notifiers;

/// <summary>A channel that tells people of alerts.</summary>
public interface INotifier
{
    /// <summary>The channel's name as in <see cref="AlertRecipient.Channel"/>; <c>console</c> needs no recipient.</summary>
    string Channel { get; }

    /// <summary>Gives the recipients of a brand on this channel, each with a name that stays the same, at most 200 characters.</summary>
    /// <param name="brand">The brand.</param>
    IReadOnlyList<NotifierTarget> TargetsOf(Brand brand);

    /// <summary>Tells one recipient of an alert. May be called again for the same revision after a crash: receivers get an idempotency key.</summary>
    /// <param name="alert">The alert in the revision to tell.</param>
    /// <param name="brand">Its brand.</param>
    /// <param name="target">The recipient.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotificationException">It could not be delivered now; the caller tries again later.</exception>
    Task SendAsync(Alert alert, Brand brand, NotifierTarget target, CancellationToken cancellationToken);
}

namespace SocialListening.Notifiers;

/// <summary>A notification was not delivered. Whoever catches it tries again later.</summary>
public sealed class NotificationException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What happened and what to do; holds no secret.</param>
    public NotificationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    /// <param name="message">What happened and what to do; holds no secret.</param>
    /// <param name="cause">The failure below it.</param>
    public NotificationException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

namespace SocialListening.Contracts;

/// <summary>
/// A queue message that no retry can mend: not an envelope, of another type, of an unknown version, or damaged.
/// Thrown by <see cref="EnvelopeCodec"/> and <see cref="MentionBatchCodec"/>; the receiver sends the message to its poison queue.
/// </summary>
public sealed class UnreadableMessageException : Exception
{
    /// <summary>Makes one with a reason for the operator.</summary>
    /// <param name="reason">What is wrong, without post text.</param>
    public UnreadableMessageException(string reason)
        : base(reason)
    {
    }

    /// <summary>Makes one with a reason and its cause.</summary>
    /// <param name="reason">What is wrong, without post text.</param>
    /// <param name="cause">The failure below it.</param>
    public UnreadableMessageException(string reason, Exception cause)
        : base(reason, cause)
    {
    }
}

namespace SocialListening.Functions.Terminal;

/// <summary>Settings of one run from a terminal.</summary>
public sealed class RunOptions
{
    /// <summary>The section that holds them.</summary>
    public const string SectionName = "Run";

    /// <summary>
    /// Whether the process ends by itself, with a summary, once there is nothing left to do: the replay is over, or every live
    /// source was polled once; and all queues are empty.
    /// </summary>
    /// <value>Default <see langword="false"/>: it stays up until Ctrl+C.</value>
    public bool ExitWhenIdle { get; set; }
}

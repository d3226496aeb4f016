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

    /// <summary>Whether stored data is deleted before the start. <c>--fresh</c> on the command line does the same. Embedded storage only.</summary>
    /// <value>Default <see langword="false"/>: the run continues where the last one stopped.</value>
    public bool Fresh { get; set; }
}

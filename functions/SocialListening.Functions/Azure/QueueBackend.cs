namespace SocialListening.Functions.Azure;

/// <summary>Where queues are kept.</summary>
internal enum QueueBackend
{
    /// <summary>In the embedded storage file.</summary>
    Embedded,

    /// <summary>In Azure Storage, or its emulator.</summary>
    Storage,
}

namespace SocialListening.Platforms;

/// <summary>
/// Reads mentions from one platform. A connector keeps no state between calls but credentials and rate limits: positions are
/// the caller's. It never throws for what a platform answers: that comes back as a <see cref="FetchFailure"/>.
/// </summary>
public interface IPlatformConnector
{
    /// <summary>The platform that it serves, one of <see cref="Contracts.PlatformNames"/>.</summary>
    string Platform { get; }

    /// <summary>How far before the watermark each run starts again, since posts may appear late; duplicates are dropped by id.</summary>
    TimeSpan Overlap { get; }

    /// <summary>Reads one page.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Cancels the call with <see cref="OperationCanceledException"/>.</param>
    /// <returns>A <see cref="FetchPage"/> or a <see cref="FetchFailure"/>.</returns>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}

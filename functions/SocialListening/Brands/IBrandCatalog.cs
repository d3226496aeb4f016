namespace SocialListening.Brands;

/// <summary>The brands and causes that are listened for. Thread-safe.</summary>
public interface IBrandCatalog
{
    /// <summary>
    /// The brands as they are known now. It may be replaced at any moment, so one piece of work takes it once and keeps to what it
    /// took. Never waits.
    /// </summary>
    /// <exception cref="InvalidOperationException">The brands were not read yet; the host reads them before it starts anything.</exception>
    BrandSnapshot Current { get; }

    /// <summary>
    /// Gives the brands as they were at some time or later: for whoever meets a brand or source that <see cref="Current"/> does not
    /// know, since another instance may know more. Looks at the definitions only if that was not done since, and never twice within
    /// <see cref="StoredBrandCatalog.LookSpacing"/>: callers share one look, and wait for it if need be.
    /// </summary>
    /// <param name="since">When the brand or source was named. Differences between clocks are allowed for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Exception">The definitions could not be read: what the storage throws. What named the brand must come again.</exception>
    ValueTask<BrandSnapshot> ReadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

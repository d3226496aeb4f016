namespace SocialListening.Spikes;

/// <summary>
/// The running detection of one brand. Deterministic: the same buckets give the same signals wherever it was saved and
/// restored in between, and a late bucket gives the state it would have given in time.
/// </summary>
public interface IBrandSpikeDetection
{
    /// <summary>Start of the newest bucket observed; <see langword="null"/> before the first.</summary>
    DateTimeOffset? LastBucket { get; }

    /// <summary>Takes one bucket and adds what it gave rise to.</summary>
    /// <param name="bucket">
    /// A newer bucket than <see cref="LastBucket"/> moves on; buckets skipped over count as missing. An older one within
    /// <see cref="SpikeDetectionProfile.RevisionWindow"/> revises history. Repeating a bucket unchanged does nothing.
    /// </param>
    /// <param name="signals">
    /// Receives the signals: on a revision, only those that the unrevised history had not given.
    /// </param>
    ObservationOutcome Observe(in BucketObservation bucket, ICollection<SpikeSignal> signals);

    /// <summary>Adds the spikes that are open now, with their latest figures and severity.</summary>
    void Current(ICollection<SpikeSignal> signals);

    /// <summary>
    /// The state to store. Restoring it continues exactly here. Grows with the number of series and not with time.
    /// </summary>
    byte[] Save();
}

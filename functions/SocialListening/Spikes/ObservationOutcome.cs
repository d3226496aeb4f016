namespace SocialListening.Spikes;

/// <summary>What became of an observed bucket.</summary>
public enum ObservationOutcome
{
    /// <summary>It was newer than all before.</summary>
    Applied,

    /// <summary>It was known already with the same counts.</summary>
    Unchanged,

    /// <summary>It changed a recent bucket, and the decisions since were made again.</summary>
    Revised,

    /// <summary>It lies before the revision window and was ignored.</summary>
    TooLate,
}

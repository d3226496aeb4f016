using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>A storage backend under test, with all its ports on the same store.</summary>
internal interface IStorageBackend : IDisposable
{
    IMentionStore Mentions { get; }

    IMentionCorrection Corrections { get; }

    IMentionRescoring Rescoring { get; }

    IMentionReader Reader { get; }

    IRollupReader Rollups { get; }

    ITermReader Terms { get; }

    ICoverageStore Coverage { get; }

    ISourceStateStore Sources { get; }

    IAlertStore Alerts { get; }

    IScoringBudgetStore Budget { get; }

    IScoringLedger Ledger { get; }

    IErasureLedger Erasures { get; }

    IMentionErasure Erasing { get; }

    IAlertEvidence Evidence { get; }

    IBrandStore Brands { get; }

    IRetention Retention { get; }

    ITimerStatusStore Timers { get; }

    IReplayPositionStore Position { get; }

    /// <summary>Closes and opens the store again, as a restart of the process does.</summary>
    void Reopen();
}

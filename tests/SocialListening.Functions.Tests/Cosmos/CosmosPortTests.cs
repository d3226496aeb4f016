using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Cosmos;

public sealed class CosmosMentionStoreTests : MentionStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosMentionReaderTests : MentionReaderSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosRollupReaderTests : RollupReaderSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosCoverageStoreTests : CoverageStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosSourceStateStoreTests : SourceStateStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosAlertStoreTests : AlertStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosClockStoreTests : ClockStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosMentionCorrectionTests : MentionCorrectionSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosMentionRescoringTests : MentionRescoringSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosScoringBudgetStoreTests : ScoringBudgetStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosScoringLedgerTests : ScoringLedgerSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosErasureLedgerTests : ErasureLedgerSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosMentionErasureTests : MentionErasureSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosAlertEvidenceTests : AlertEvidenceSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosErasureFlowTests : ErasureFlowSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosBrandStoreTests : BrandStoreSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open();
}

public sealed class CosmosRetentionTests : RetentionSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open(clock: Clock);
}

public sealed class CosmosTermReaderTests : TermReaderSuite
{
    private protected override IStorageBackend Open() => DoubledCosmosBackend.Open(minimumShards: 2);
}

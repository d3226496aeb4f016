using SocialListening.Functions.Tests.Queues;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>Tests that share one account, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class LiveCosmosCollection
{
    public const string Name = "live Cosmos DB";
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveMentionStoreTests : MentionStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveMentionCorrectionTests : MentionCorrectionSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveMentionRescoringTests : MentionRescoringSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveMentionReaderTests : MentionReaderSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveRollupReaderTests : RollupReaderSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveCoverageStoreTests : CoverageStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveSourceStateStoreTests : SourceStateStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveAlertStoreTests : AlertStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveClockStoreTests : ClockStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveErasureLedgerTests : ErasureLedgerSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveMentionErasureTests : MentionErasureSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveAlertEvidenceTests : AlertEvidenceSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

[Collection(LiveCosmosCollection.Name)]
[RequiresSetting(LiveCosmosBackend.Endpoint, "an account of Azure Cosmos DB or its emulator", Listed = false)]
[Trait("Category", "Live")]
public sealed class LiveBrandStoreTests : BrandStoreSuite
{
    private protected override IStorageBackend Open() => LiveCosmosBackend.Open();
}

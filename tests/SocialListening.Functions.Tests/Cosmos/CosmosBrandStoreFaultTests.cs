using Microsoft.Azure.Cosmos;
using SocialListening.Contracts;
using SocialListening.CosmosDouble;
using SocialListening.CosmosDouble.Faults;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Cosmos;

/// <summary>Definitions of brands while the service answers badly.</summary>
public sealed class CosmosBrandStoreFaultTests : IDisposable
{
    private readonly DoubledCosmosBackend _backend = DoubledCosmosBackend.Open();

    [Fact]
    public async Task Put_AnswerLost_IsKnownForItsOwnAndDoneOnce()
    {
        await _backend.Brands.PutAsync(Definition("cafe", 0), null, default);
        Lose(1);

        var write = await _backend.Brands.PutAsync(Definition("cafe", 1), 1, default);

        Assert.Equal(new BrandWrite(BrandWriteOutcome.Replaced, 2), write);
        Assert.Equal(2, await _backend.Brands.GetVersionAsync(default));
        Lose(1);
        Assert.Equal(BrandWriteOutcome.Deleted, (await _backend.Brands.DeleteAsync("cafe", 2, default)).Outcome);
        Assert.Equal(3, await _backend.Brands.GetVersionAsync(default));
    }

    [Fact]
    public async Task Seed_ManyBrandsAndLostAnswers_PutsEachOnce()
    {
        BrandDefinition[] definitions = [.. Enumerable.Range(0, 250).Select(i => Definition($"brand-{i:000}", i))];
        Lose(2);

        Assert.True(await _backend.Brands.SeedAsync(definitions, default));

        var stored = await _backend.Brands.ListAsync(default);
        Assert.Equal(definitions, stored.Definitions.Select(definition => definition.Value!));
        Assert.Equal(3, stored.Version);
    }

    [Fact]
    public async Task Seed_Interrupted_IsFinishedByTheNextCall()
    {
        // What a process leaves that dies between two transactions: a head that is not filled, and some of the brands.
        BrandDefinition[] definitions = [.. Enumerable.Range(0, 150).Select(i => Definition($"brand-{i:000}", i))];
        var head = new VersionedDocument(_backend.Database.Brands, new PartitionKey(BrandHead.Partition), BrandHead.Id);
        Assert.True(await head.TryWriteAsync(BrandHead.Document(0, filled: false), 0, default));
        await _backend.Brands.PutAsync(definitions[7], null, default);
        Assert.False(await _backend.Brands.IsFilledAsync(default));

        Assert.True(await _backend.Brands.SeedAsync(definitions, default));
        Assert.False(await _backend.Brands.SeedAsync(definitions, default));
        Assert.Equal(150, (await _backend.Brands.ListAsync(default)).Definitions.Count);
    }

    [Fact]
    public async Task Version_Unchanged_CostsOnePointRead()
    {
        await _backend.Brands.PutAsync(Definition("cafe", 0), null, default);
        _backend.Account.Meter.Reset();

        await _backend.Brands.GetVersionAsync(default);

        Assert.Equal((1, 1), (_backend.Account.Meter.Requests(RequestKind.Read), _backend.Account.Meter.OnDocuments));
    }

    public void Dispose() => _backend.Dispose();

    private static BrandDefinition Definition(string brandId, int number) => new(brandId, $$"""{"id":"{{brandId}}","number":{{number}}}""", Noon);

    private void Lose(int answers) =>
        _backend.Account.Faults = new FaultPlan(1).Add(new FaultRule { Kind = FaultKind.TimedOutAfterCommit, On = new HashSet<RequestKind> { RequestKind.Batch }, Times = answers });
}

using System.Globalization;
using SocialListening.Contracts;
using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every store of brand definitions keeps to, whatever its backend.</summary>
public abstract class BrandStoreSuite : StorageSuite
{
    private static CancellationToken None => CancellationToken.None;

    [BackendFact]
    public async Task Store_NeverPutInto_HasVersionZeroAndNothing()
    {
        Assert.Equal(0, await Backend.Brands.GetVersionAsync(None));
        Assert.Equal(default, await Backend.Brands.GetAsync("cafe", None));
        Assert.Equal((0, 0), await CountAsync());
    }

    [BackendFact]
    public async Task Put_NewAndChanged_GivesBackWhatWasPutWithRisingVersions()
    {
        var text = """{"id":"cafe","name":"Café « été » 😀","factor":2.50,"quoted":"\"\\/\u00e9"}""";
        var created = await Backend.Brands.PutAsync(new BrandDefinition("cafe", text, Noon.AddTicks(7), "p_editor"), null, None);
        var first = await Backend.Brands.GetAsync("cafe", None);
        var replaced = await Backend.Brands.PutAsync(Definition("cafe", "2"), null, None);
        var second = await Backend.Brands.GetAsync("cafe", None);

        Assert.Equal(new BrandWrite(BrandWriteOutcome.Created, first.Version), created);
        Assert.Equal(new BrandDefinition("cafe", text, Noon.AddTicks(7), "p_editor"), first.Value);
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Replaced, second.Version), replaced);
        Assert.Equal(Definition("cafe", "2"), second.Value);
        Assert.True(second.Version > first.Version);
        Assert.Equal(second.Version, await Backend.Brands.GetVersionAsync(None));
    }

    [BackendFact]
    public async Task Put_SameContentAgain_ChangesNothing()
    {
        await Backend.Brands.PutAsync(Definition("cafe", "1"), null, None);
        var before = await Backend.Brands.GetAsync("cafe", None);

        var again = await Backend.Brands.PutAsync(Definition("cafe", "1") with { UpdatedAtUtc = Noon.AddDays(1), UpdatedBy = "somebody" }, before.Version, None);

        Assert.Equal(new BrandWrite(BrandWriteOutcome.Unchanged, before.Version), again);
        Assert.Equal(before, await Backend.Brands.GetAsync("cafe", None));
        Assert.Equal(before.Version, await Backend.Brands.GetVersionAsync(None));
    }

    [BackendFact]
    public async Task Put_UnderACondition_HappensOnlyWhenItHolds()
    {
        Assert.Equal(BrandWriteOutcome.Conflict, (await Backend.Brands.PutAsync(Definition("cafe", "0"), 1, None)).Outcome);
        Assert.Equal(0, await Backend.Brands.GetVersionAsync(None));
        var created = await Backend.Brands.PutAsync(Definition("cafe", "1"), 0, None);
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, created.Version), await Backend.Brands.PutAsync(Definition("cafe", "2"), 0, None));
        var replaced = await Backend.Brands.PutAsync(Definition("cafe", "3"), created.Version, None);
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, replaced.Version), await Backend.Brands.PutAsync(Definition("cafe", "4"), created.Version, None));

        Assert.Equal(Definition("cafe", "3"), (await Backend.Brands.GetAsync("cafe", None)).Value);
        Assert.Equal(replaced.Version, await Backend.Brands.GetVersionAsync(None));
        Assert.Equal(BrandWriteOutcome.Replaced, (await Backend.Brands.PutAsync(Definition("cafe", "5"), IBrandStore.AnyVersion, None)).Outcome);
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, 0), await Backend.Brands.PutAsync(Definition("gare", "1"), IBrandStore.AnyVersion, None));
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, 0), await Backend.Brands.DeleteAsync("gare", IBrandStore.AnyVersion, None));
    }

    [BackendFact]
    public async Task Put_TooLarge_IsRefused()
    {
        var large = new BrandDefinition("cafe", new string('é', (IBrandStore.MaxBytes / 2) + 1), Noon);

        await Assert.ThrowsAsync<ArgumentException>(() => Backend.Brands.PutAsync(large, null, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Backend.Brands.SeedAsync([large], None));
        Assert.Equal(BrandWriteOutcome.Created, (await Backend.Brands.PutAsync(large with { Json = large.Json[1..] }, null, None)).Outcome);
    }

    [BackendFact]
    public async Task Delete_UnderAConditionOrNone_TakesTheDefinitionAway()
    {
        var created = await Backend.Brands.PutAsync(Definition("cafe", "1"), null, None);
        await Backend.Brands.PutAsync(Definition("gare", "1"), null, None);

        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, created.Version), await Backend.Brands.DeleteAsync("cafe", created.Version + 9, None));
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Deleted, 0), await Backend.Brands.DeleteAsync("cafe", created.Version, None));
        Assert.Equal(BrandWriteOutcome.Deleted, (await Backend.Brands.DeleteAsync("gare", null, None)).Outcome);
        var version = await Backend.Brands.GetVersionAsync(None);
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Missing, 0), await Backend.Brands.DeleteAsync("cafe", null, None));
        Assert.Equal(new BrandWrite(BrandWriteOutcome.Conflict, 0), await Backend.Brands.DeleteAsync("cafe", created.Version, None));

        Assert.Equal((version, 0), await CountAsync());
        Assert.Equal(default, await Backend.Brands.GetAsync("cafe", None));
    }

    [BackendFact]
    public async Task Put_BrandThatWasDeleted_NeverUsesAVersionAgain()
    {
        var first = await Backend.Brands.PutAsync(Definition("cafe", "1"), null, None);
        await Backend.Brands.DeleteAsync("cafe", null, None);
        var second = await Backend.Brands.PutAsync(Definition("cafe", "1"), 0, None);

        Assert.Equal(BrandWriteOutcome.Created, second.Outcome);
        Assert.True(second.Version > first.Version + 1);
        Assert.Equal(BrandWriteOutcome.Conflict, (await Backend.Brands.DeleteAsync("cafe", first.Version, None)).Outcome);
    }

    [BackendFact]
    public async Task Put_RacingWriters_LetsExactlyOneThroughPerVersion()
    {
        const int Writers = 4;
        const int Rounds = 5;
        await Backend.Brands.PutAsync(Definition("cafe", "0"), null, None);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < Rounds;)
            {
                var read = await Backend.Brands.GetAsync("cafe", None);
                var next = int.Parse(NumberIn(read.Value!), CultureInfo.InvariantCulture) + 1;
                done += (await Backend.Brands.PutAsync(Definition("cafe", next.ToString(CultureInfo.InvariantCulture)), read.Version, None)).Outcome == BrandWriteOutcome.Replaced ? 1 : 0;
            }
        })));

        Assert.Equal((Writers * Rounds).ToString(CultureInfo.InvariantCulture), NumberIn((await Backend.Brands.GetAsync("cafe", None)).Value!));
        Assert.Equal(1 + (Writers * Rounds), await Backend.Brands.GetVersionAsync(None));
    }

    [BackendFact]
    public async Task Put_RacingCreators_LetsOneThroughAndCountsEveryBrand()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Backend.Brands.PutAsync(Definition($"b{i / 2}", $"{i}"), 0, None))));

        Assert.Equal(6, outcomes.Count(write => write.Outcome == BrandWriteOutcome.Created));
        Assert.Equal(6, outcomes.Count(write => write.Outcome == BrandWriteOutcome.Conflict));
        Assert.Equal((6, 6), await CountAsync());
    }

    [BackendFact]
    public async Task Seed_RacingInstances_FillsTheStoreOnce()
    {
        BrandDefinition[] definitions = [.. Enumerable.Range(0, 5).Select(i => Definition($"b{i}", "1"))];

        var seeded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Backend.Brands.SeedAsync(definitions, None))));

        Assert.Equal(1, seeded.Count(won => won));
        Assert.True(await Backend.Brands.IsFilledAsync(None));
        Assert.Equal((1, 5), await CountAsync());
    }

    [BackendFact]
    public async Task Seed_AsManyBrandsAsThereMayBe_FillsTheStoreAndLeavesNoRoom()
    {
        BrandDefinition[] definitions = [.. Enumerable.Range(0, IBrandStore.MaxBrands).Select(i => Definition($"brand-{i:0000}", "1"))];
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Backend.Brands.SeedAsync([.. definitions, Definition("one-more", "1")], None));

        Assert.True(await Backend.Brands.SeedAsync(definitions, None));

        var stored = await Backend.Brands.ListAsync(None);
        Assert.Equal(definitions, stored.Definitions.Select(definition => definition.Value!));
        Assert.Equal(BrandWriteOutcome.Full, (await Backend.Brands.PutAsync(Definition("one-more", "1"), null, None)).Outcome);
        Assert.Equal(stored.Version, await Backend.Brands.GetVersionAsync(None));
        Assert.Equal(BrandWriteOutcome.Replaced, (await Backend.Brands.PutAsync(Definition("brand-0007", "2"), null, None)).Outcome);
        await Backend.Brands.DeleteAsync("brand-0008", null, None);
        Assert.Equal(BrandWriteOutcome.Created, (await Backend.Brands.PutAsync(Definition("one-more", "1"), null, None)).Outcome);
    }

    [BackendFact]
    public async Task Seed_StoreThatHeldBrandsOnce_StaysAsItIs()
    {
        Assert.False(await Backend.Brands.SeedAsync([], None));
        Assert.False(await Backend.Brands.IsFilledAsync(None));
        await Backend.Brands.PutAsync(Definition("cafe", "1"), null, None);
        await Backend.Brands.DeleteAsync("cafe", null, None);

        Assert.True(await Backend.Brands.IsFilledAsync(None));
        Assert.False(await Backend.Brands.SeedAsync([Definition("gare", "1")], None));

        Assert.Equal((2, 0), await CountAsync());
    }

    [BackendFact]
    public async Task Reopen_AfterWrites_KeepsDefinitionsAndVersions()
    {
        await Backend.Brands.PutAsync(Definition("cafe", "1"), null, None);
        var before = await Backend.Brands.ListAsync(None);

        Backend.Reopen();

        var after = await Backend.Brands.ListAsync(None);
        Assert.Equal((before.Version, Assert.Single(before.Definitions)), (after.Version, Assert.Single(after.Definitions)));
    }

    private static BrandDefinition Definition(string brandId, string number) => new(brandId, $$"""{"id":"{{brandId}}","number":"{{number}}"}""", Noon);

    private static string NumberIn(BrandDefinition definition) => definition.Json.Split('"')[^2];

    private async Task<(long Version, int Brands)> CountAsync()
    {
        var stored = await Backend.Brands.ListAsync(None);
        return (stored.Version, stored.Definitions.Count);
    }
}

using System.Net;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Partial updates through the real SDK.</summary>
public sealed class PatchTests
{
    private static readonly PartitionKey P = new("p");

    [Fact]
    public async Task Patch_EachOperation_ChangesItsPlace()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p", 1, "old", ["x", "y"]));

        var patched = await notes.Items.PatchItemAsync<Dictionary<string, object>>("a", P,
        [
            PatchOperation.Set("/text", "new"),
            PatchOperation.Increment("/n", 2),
            PatchOperation.Add("/tags/0", "w"),
            PatchOperation.Remove("/tags/2"),
            PatchOperation.Replace("/tags/1", "X"),
            PatchOperation.Add("/tags/-", "z"),
            PatchOperation.Increment("/fresh", 0.5),
            PatchOperation.Move("/fresh", "/moved"),
        ]);

        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal(("new", "3", """["w","X","z"]""", "0.5"), (Text("text"), Text("n"), Text("tags"), Text("moved")));
        Assert.False(patched.Resource.ContainsKey("fresh"));

        string Text(string name) => patched.Resource[name].ToString()!;
    }

    [Theory]
    [InlineData("FROM c WHERE c.n = 1", HttpStatusCode.OK)]
    [InlineData("FROM c WHERE c.n > 1", HttpStatusCode.PreconditionFailed)]
    public async Task Patch_UnderACondition_ActsOnlyWhereItHolds(string condition, HttpStatusCode expected)
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p", 1));

        using var patched = await notes.Items.PatchItemStreamAsync("a", P, [PatchOperation.Set("/n", 5)], new PatchItemRequestOptions { FilterPredicate = condition });

        Assert.Equal(expected, patched.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 5 : 1, (await notes.Items.ReadItemAsync<Note>("a", P)).Resource.N);
    }

    [Fact]
    public async Task Patch_AnOperationThatDoesNotFit_ChangesNothing()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var created = await notes.Items.CreateItemAsync(new Note("a", "p", 1, "text"));
        PatchOperation[] misfits =
        [
            PatchOperation.Replace("/none", 1), PatchOperation.Remove("/none"), PatchOperation.Increment("/text", 1), PatchOperation.Set("/id", "b"),
            PatchOperation.Set("/pk", "q"), PatchOperation.Set("/_ts", 1), PatchOperation.Add("/none/below", 1),
        ];

        foreach (var misfit in misfits)
        {
            await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.PatchItemAsync<Note>("a", P, [PatchOperation.Set("/n", 9), misfit]));
        }

        Assert.Equal(created.ETag, (await notes.Items.ReadItemAsync<Note>("a", P)).ETag);
    }

    [Theory]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task Patch_ManyOperations_TenAreTaken(int count, HttpStatusCode expected)
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p", 0));

        using var patched = await notes.Items.PatchItemStreamAsync("a", P, [.. Enumerable.Repeat(PatchOperation.Increment("/n", 1), count)]);

        Assert.Equal(expected, patched.StatusCode);
    }
}

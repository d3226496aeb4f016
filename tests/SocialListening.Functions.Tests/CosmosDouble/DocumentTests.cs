using System.Net;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Documents through the real SDK.</summary>
public sealed class DocumentTests
{
    private static readonly PartitionKey P = new("p");

    [Fact]
    public async Task Create_NewId_IsReadBackWithSystemProperties()
    {
        using var notes = await DoubledContainer.CreateAsync();

        var created = await notes.Items.CreateItemAsync(new Note("a", "p", 1.5, "été"));
        var read = await notes.Items.ReadItemAsync<Dictionary<string, object>>("a", P);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("été", read.Resource["text"].ToString());
        Assert.Equal(created.ETag, read.Resource["_etag"].ToString());
        Assert.True(new[] { "_rid", "_self", "_ts" }.All(read.Resource.ContainsKey));
        Assert.Equal(1, read.RequestCharge);
        Assert.StartsWith("0:-1#", read.Headers.Session);
    }

    [Fact]
    public async Task Create_IdThatIsThere_IsAConflict()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p"));

        await Refusal.OfAsync(HttpStatusCode.Conflict, () => notes.Items.CreateItemAsync(new Note("a", "p")));
        await notes.Items.CreateItemAsync(new Note("a", "another partition"));
    }

    [Fact]
    public async Task Read_WhatIsNotThere_IsNotFound()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p"));

        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReadItemAsync<Note>("a", new PartitionKey("q")));
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.DeleteItemAsync<Note>("b", P));
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReplaceItemAsync(new Note("b", "p"), "b", P));
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Client.GetContainer("notes", "none").ReadItemAsync<Note>("a", P));
    }

    [Fact]
    public async Task Upsert_TwiceTheSame_CreatesThenReplacesUnderANewTag()
    {
        using var notes = await DoubledContainer.CreateAsync();

        var first = await notes.Items.UpsertItemAsync(new Note("a", "p", 1));
        var second = await notes.Items.UpsertItemAsync(new Note("a", "p", 1));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task Replace_WithTheTagOfAnOlderVersion_FailsAndChangesNothing()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var first = await notes.Items.CreateItemAsync(new Note("a", "p", 1));
        var second = await notes.Items.ReplaceItemAsync(new Note("a", "p", 2), "a", P, new ItemRequestOptions { IfMatchEtag = first.ETag });

        var stale = new ItemRequestOptions { IfMatchEtag = first.ETag };
        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.ReplaceItemAsync(new Note("a", "p", 3), "a", P, stale));
        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.UpsertItemAsync(new Note("a", "p", 3), P, stale));
        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.DeleteItemAsync<Note>("a", P, stale));
        await Refusal.OfAsync(HttpStatusCode.PreconditionFailed, () => notes.Items.PatchItemAsync<Note>("a", P, [PatchOperation.Set("/n", 3)], new PatchItemRequestOptions { IfMatchEtag = first.ETag }));

        var read = await notes.Items.ReadItemAsync<Note>("a", P);
        Assert.Equal((2, second.ETag), (read.Resource.N, read.ETag));
    }

    [Fact]
    public async Task Upsert_WithATagWhereNothingIs_Creates()
    {
        using var notes = await DoubledContainer.CreateAsync();

        var created = await notes.Items.UpsertItemAsync(new Note("a", "p"), P, new ItemRequestOptions { IfMatchEtag = "\"any\"" });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task Read_WithTheCurrentTag_IsNotModified()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var created = await notes.Items.CreateItemAsync(new Note("a", "p"));

        using var again = await notes.Items.ReadItemStreamAsync("a", P, new ItemRequestOptions { IfNoneMatchEtag = created.ETag });

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Write_ContentResponseOff_AnswersWithoutABody()
    {
        using var notes = await DoubledContainer.CreateAsync(configure: options => options.EnableContentResponseOnWrite = false);

        var created = await notes.Items.CreateItemAsync(new Note("a", "p"));

        Assert.Null(created.Resource);
        Assert.Equal(created.ETag, (await notes.Items.ReadItemAsync<Note>("a", P)).ETag);
    }

    [Fact]
    public async Task Create_KeyThatDiffersFromTheBody_IsRefused()
    {
        using var notes = await DoubledContainer.CreateAsync();

        var refused = await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note("a", "p"), new PartitionKey("q")));

        Assert.Equal(1001, refused.SubStatusCode);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    public async Task Create_IdWithAForbiddenCharacter_IsRefused(string id)
    {
        using var notes = await DoubledContainer.CreateAsync();

        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note(id, "p")));
    }

    [Fact]
    public async Task Create_IdAtTheLimitInBytes_IsTheLongestThatIsTaken()
    {
        using var notes = await DoubledContainer.CreateAsync();
        var longest = new string('é', 511) + "a";

        await notes.Items.CreateItemAsync(new Note(longest, "p"));
        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note(longest + "a", "p")));

        Assert.Equal(longest, (await notes.Items.ReadItemAsync<Note>(longest, P)).Resource.Id);
    }

    [Fact]
    public async Task Create_KeyBeyondItsLimit_IsRefused()
    {
        using var notes = await DoubledContainer.CreateAsync();

        await notes.Items.CreateItemAsync(new Note("a", new string('k', 2048)));
        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note("a", new string('k', 2049))));
    }

    [Fact]
    public async Task Create_BodyBeyondTwoMegabytes_IsTooLarge()
    {
        using var notes = await DoubledContainer.CreateAsync();
        const int Limit = 2 * 1024 * 1024;

        await notes.Items.CreateItemAsync(new Note("a", "p", Text: new string('t', Limit - 1000)));
        await Refusal.OfAsync(HttpStatusCode.RequestEntityTooLarge, () => notes.Items.CreateItemAsync(new Note("b", "p", Text: new string('t', Limit))));
    }

    [Fact]
    public async Task Replace_OtherIdThanAddressed_IsRefused()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p"));

        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.ReplaceItemAsync(new Note("b", "p"), "a", P));
    }

    [Fact]
    public async Task ParallelReplaces_UnderTags_LoseNoIncrement()
    {
        using var notes = await DoubledContainer.CreateAsync();
        await notes.Items.CreateItemAsync(new Note("a", "p", 0));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IncrementAsync(notes.Items, 25)));

        Assert.Equal(200, (await notes.Items.ReadItemAsync<Note>("a", P)).Resource.N);
    }

    private static async Task IncrementAsync(Container items, int times)
    {
        await Task.Yield();
        for (var done = 0; done < times;)
        {
            var read = await items.ReadItemAsync<Note>("a", P);
            try
            {
                await items.ReplaceItemAsync(read.Resource with { N = read.Resource.N + 1 }, "a", P, new ItemRequestOptions { IfMatchEtag = read.ETag });
                done++;
            }
            catch (CosmosException lost) when (lost.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                // Another writer was first: read again.
            }
        }
    }
}

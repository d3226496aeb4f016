using System.Net;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble;
using SocialListening.Functions.Tests.Storage;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Expiry on a clock that the test moves.</summary>
public sealed class TimeToLiveTests
{
    [Theory]
    [InlineData(null, "by default,for ever,soon")]
    [InlineData(-1, "by default,for ever")]
    [InlineData(100, "for ever")]
    public async Task Documents_PastTheirTime_AreGone(int? byDefault, string expected)
    {
        var clock = new ManualClock();
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { Clock = clock }, new ContainerProperties("notes", "/pk") { DefaultTimeToLive = byDefault });
        await notes.Items.CreateItemAsync(new Note("by default", "p"));
        await notes.Items.CreateItemAsync(new Note("for ever", "p", Ttl: -1));
        await notes.Items.CreateItemAsync(new Note("soon", "p", Ttl: 10));

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(3, (await notes.QueryAsync<string>("SELECT VALUE c.id FROM c")).Count);
        clock.Advance(TimeSpan.FromSeconds(91));

        Assert.Equal(expected.Split(','), (await notes.QueryAsync<string>("SELECT VALUE c.id FROM c")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Expired_IsAsIfItHadNeverBeen()
    {
        var clock = new ManualClock();
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { Clock = clock }, new ContainerProperties("notes", "/pk") { DefaultTimeToLive = 10 });
        await notes.Items.CreateItemAsync(new Note("a", "p"));
        clock.Advance(TimeSpan.FromSeconds(10));

        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.ReadItemAsync<Note>("a", new PartitionKey("p")));
        await Refusal.OfAsync(HttpStatusCode.NotFound, () => notes.Items.DeleteItemAsync<Note>("a", new PartitionKey("p")));
        Assert.Equal(HttpStatusCode.Created, (await notes.Items.CreateItemAsync(new Note("a", "p"))).StatusCode);
    }

    [Fact]
    public async Task Replace_OfADocument_StartsItsTimeAgain()
    {
        var clock = new ManualClock();
        using var notes = await DoubledContainer.CreateAsync(new CosmosDoubleOptions { Clock = clock }, new ContainerProperties("notes", "/pk") { DefaultTimeToLive = 10 });
        await notes.Items.CreateItemAsync(new Note("a", "p"));
        clock.Advance(TimeSpan.FromSeconds(9));
        await notes.Items.ReplaceItemAsync(new Note("a", "p", 2), "a", new PartitionKey("p"));
        clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(2, (await notes.Items.ReadItemAsync<Note>("a", new PartitionKey("p"))).Resource.N);
    }

    [Fact]
    public async Task Ttl_OfZero_IsRefused()
    {
        using var notes = await DoubledContainer.CreateAsync();

        await Refusal.OfAsync(HttpStatusCode.BadRequest, () => notes.Items.CreateItemAsync(new Note("a", "p", Ttl: 0)));
    }
}

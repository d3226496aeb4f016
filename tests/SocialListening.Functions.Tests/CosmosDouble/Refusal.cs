using System.Net;
using Microsoft.Azure.Cosmos;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Expects a call to be refused.</summary>
internal static class Refusal
{
    /// <summary>The exception of a call that must fail with a status.</summary>
    public static async Task<CosmosException> OfAsync(HttpStatusCode status, Func<Task> call)
    {
        var refused = await Assert.ThrowsAnyAsync<CosmosException>(call);
        Assert.Equal(status, refused.StatusCode);
        return refused;
    }
}

using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Sends each request to what answers it.</summary>
internal sealed class GatewayRouter(Func<Uri> endpoint, DatabaseRequests databases, ContainerRequests containers)
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="GatewayException">The request is refused.</exception>
    public async Task<GatewayResponse> AnswerAsync(GatewayRequest request, RequestKind kind)
    {
        switch (request.Segments)
        {
            case []:
                return AccountRequests.Read(endpoint());
            case ["dbs"] or ["dbs", _]:
                return databases.Answer(request);
            case ["dbs", _, "colls"] or ["dbs", _, "colls", _] or ["dbs", _, "colls", _, "pkranges"]:
                return containers.Answer(request);
            case ["dbs", var database, "colls", var container, "docs", ..]:
                var found = containers.Find(database, container);
                var answer = await OnDocumentsAsync(found, request, kind);
                return answer.With(GatewayHeaders.OwnerId, found.Rid).With(GatewayHeaders.OwnerFullName, $"dbs/{database}/colls/{container}");
            default:
                throw new GatewayException(404, $"{string.Join('/', request.Segments)} is not known.");
        }
    }

    /// <summary>The container that a request on documents addresses.</summary>
    public Container? ContainerOf(GatewayRequest request) =>
        request.Segments is ["dbs", var database, "colls", var container, ..] ? containers.Find(database, container) : null;

    private static async Task<GatewayResponse> OnDocumentsAsync(Container container, GatewayRequest request, RequestKind kind) => kind switch
    {
        RequestKind.Batch or RequestKind.Bulk => await BatchRequests.AnswerAsync(container, request),
        RequestKind.Query => QueryRequests.Answer(container, request),
        RequestKind.ReadFeed => QueryRequests.ReadAll(container, request),
        RequestKind.ChangeFeed => ChangeFeedRequests.Answer(container, request),
        RequestKind.QueryPlan => QueryPlanRequests.Answer(container, request),
        _ => DocumentRequests.Answer(container, request),
    };
}

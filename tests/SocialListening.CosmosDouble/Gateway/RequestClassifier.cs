namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Tells what a request asks for.</summary>
internal static class RequestClassifier
{
    public static RequestKind Of(GatewayRequest request)
    {
        var segments = request.Segments;
        if (segments.Count < 5 || segments[4] != "docs")
        {
            return RequestKind.Metadata;
        }

        return request.Method switch
        {
            "GET" when segments.Count > 5 => RequestKind.Read,
            "GET" => request[GatewayHeaders.ChangeFeed] is null ? RequestKind.ReadFeed : RequestKind.ChangeFeed,
            "PUT" => RequestKind.Replace,
            "PATCH" => RequestKind.Patch,
            "DELETE" => RequestKind.Delete,
            _ => OfPost(request),
        };
    }

    private static RequestKind OfPost(GatewayRequest request) =>
        request.Says(GatewayHeaders.IsBatch) ? request.Says(GatewayHeaders.BatchContinueOnError) ? RequestKind.Bulk : RequestKind.Batch
        : request.Says(GatewayHeaders.IsQueryPlan) ? RequestKind.QueryPlan
        : request.Says(GatewayHeaders.IsQuery) ? RequestKind.Query
        : request.Says(GatewayHeaders.IsUpsert) ? RequestKind.Upsert
        : RequestKind.Create;
}

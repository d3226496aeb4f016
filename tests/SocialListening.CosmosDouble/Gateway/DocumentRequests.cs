using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Answers what concerns one document.</summary>
internal static class DocumentRequests
{
    /// <summary>Answers a create, an upsert, or a request on one document.</summary>
    public static GatewayResponse Answer(Container container, GatewayRequest request)
    {
        var key = KeyValue.Parse(request[GatewayHeaders.PartitionKey] ?? throw GatewayException.BadRequest("PartitionKey value must be supplied for this operation."));
        var operations = new DocumentOperations(container);
        var preconditions = new Preconditions(request[GatewayHeaders.IfMatch], request[GatewayHeaders.IfNoneMatch]);
        var outcome = (request.Method, request.Segments) switch
        {
            ("POST", [.., "docs"]) when request.Says(GatewayHeaders.IsUpsert) => operations.Upsert(key, DocumentBody.Parse(request.Body), preconditions),
            ("POST", [.., "docs"]) => operations.Create(key, DocumentBody.Parse(request.Body)),
            ("GET", [.., var id]) => operations.Read(key, id, preconditions),
            ("PUT", [.., var id]) => operations.Replace(key, id, DocumentBody.Parse(request.Body), preconditions),
            ("PATCH", [.., var id]) => operations.Patch(key, id, DocumentPatch.Parse(request.Body), preconditions),
            ("DELETE", [.., var id]) => operations.Delete(key, id, preconditions),
            _ => throw new GatewayException(405, $"{request.Method} is not known on documents."),
        };
        return Answer(outcome, request)
            .With(GatewayHeaders.SessionToken, container.SessionToken(container.RangeOf(key).Id))
            .With(GatewayHeaders.Lsn, container.Lsn);
    }

    private static GatewayResponse Answer(DocumentOutcome outcome, GatewayRequest request)
    {
        var minimal = request.Method != "GET" && request[GatewayHeaders.Prefer] == "return=minimal";
        var body = outcome.Message.Length > 0 ? GatewayException.ErrorBody(outcome.Status, outcome.Message)
            : outcome.Succeeded && !minimal ? outcome.Document?.Body
            : null;
        var response = new GatewayResponse(outcome.Status, body) { Charge = outcome.Charge }.With(GatewayHeaders.ETag, outcome.Document?.ETag);
        return outcome.SubStatus == 0 ? response : response.With(GatewayHeaders.SubStatus, outcome.SubStatus);
    }
}

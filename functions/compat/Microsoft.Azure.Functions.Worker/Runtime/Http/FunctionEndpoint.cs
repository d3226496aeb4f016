namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Marks a route as a function's, unlike those that routing adds to answer a wrong method.</summary>
internal sealed record FunctionEndpoint;

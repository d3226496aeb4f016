using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using SocialListening.CosmosDouble.Faults;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>The way in for an SDK in the same process.</summary>
internal sealed class GatewayHandler(CosmosAccountDouble account) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var asked = new GatewayRequest(request.Method.Method, GatewayRequest.Split(request.RequestUri!.AbsolutePath), headers, body);
        try
        {
            return Convert(await account.AnswerAsync(asked, cancellationToken), request);
        }
        catch (AnswerLostException)
        {
            throw new HttpRequestException("The connection was reset.", new IOException("The connection was reset.", new SocketException((int)SocketError.ConnectionReset)));
        }
    }

    private static HttpResponseMessage Convert(GatewayResponse answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(answer.Body),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        response.Headers.TryAddWithoutValidation(GatewayHeaders.Charge, answer.Charge.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}

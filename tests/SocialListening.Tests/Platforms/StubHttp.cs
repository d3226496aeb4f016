namespace SocialListening.Tests.Platforms;

/// <summary>Answers requests from a script, in order; a request that the script does not foresee fails the test.</summary>
internal sealed class StubHttp(TimeProvider time) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<(string Prefix, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer)> _script = new();
    private readonly List<SeenRequest> _seen = [];

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public int Left
    {
        get
        {
            lock (_gate)
            {
                return _script.Count;
            }
        }
    }

    /// <summary>Answers the next request, which must begin with an address.</summary>
    public StubHttp On(string prefix, Func<HttpResponseMessage> answer) => On(prefix, (_, _) => Task.FromResult(answer()));

    public StubHttp On(string prefix, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
        {
            _script.Enqueue((prefix, answer));
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_gate)
        {
            var headers = request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _seen.Add(new SeenRequest(request.Method, request.RequestUri!, headers, body, time.GetUtcNow()));
            if (!_script.TryPeek(out var next) || !request.RequestUri!.AbsoluteUri.StartsWith(next.Prefix, StringComparison.Ordinal))
            {
                throw new Xunit.Sdk.XunitException($"Unexpected request to {request.RequestUri}; expected {next.Prefix ?? "none"}.");
            }

            answer = _script.Dequeue().Answer;
        }

        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}

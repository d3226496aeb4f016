using System.Net;
using Microsoft.Extensions.Options;

namespace SocialListening.Networking;

/// <summary>
/// Checks the address of every hop and follows redirects of GET and HEAD itself, at most <see cref="OutboundHttp.MaxRedirects"/>.
/// A hop to another origin drops every header but Accept and User-Agent; a hop from https to http is refused.
/// Other methods are not redirected: their 3xx answer is handed back.
/// </summary>
internal sealed class GuardedRedirectHandler(IOptions<NetworkOptions> options) : DelegatingHandler
{
    private readonly bool _allowPrivate = options.Value.AllowPrivateAddresses;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var current = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var permanentOnly = true;
        for (var hop = 0; ; hop++)
        {
            if (UrlGuard.Refusal(current, _allowPrivate) is { } refusal)
            {
                throw new RefusedAddressException(refusal);
            }

            request.RequestUri = current;
            var response = await base.SendAsync(request, cancellationToken);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location || !CanFollow(request.Method))
            {
                return response;
            }

            var permanent = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            response.Dispose();
            if (hop == OutboundHttp.MaxRedirects)
            {
                throw new RefusedAddressException($"{current.IdnHost} redirects more than {OutboundHttp.MaxRedirects} times");
            }

            if (!Uri.TryCreate(current, location, out var next))
            {
                throw new RefusedAddressException($"{current.IdnHost} redirects to something that is no URL");
            }

            if (current.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            {
                throw new RefusedAddressException($"{current.IdnHost} redirects from https to plain http");
            }

            if (Uri.Compare(current, next, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                DropPrivateHeaders(request);
            }

            permanentOnly &= permanent;
            current = next;
            if (permanentOnly)
            {
                request.Options.Set(OutboundHttp.MovedTo, current);
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static bool CanFollow(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static void DropPrivateHeaders(HttpRequestMessage request)
    {
        foreach (var name in request.Headers.Select(header => header.Key).ToList())
        {
            if (!name.Equals("Accept", StringComparison.OrdinalIgnoreCase) && !name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.Remove(name);
            }
        }
    }
}

using Microsoft.Extensions.Configuration;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Mastodon;

/// <summary>
/// Reads a hashtag's timeline (mode <c>hashtag</c>), or searches with a user's token (mode <c>search</c>), on the server that the
/// source names. Without a mode it reads a hashtag if the terms are one word, else it searches.
/// </summary>
internal sealed class MastodonConnector(PlatformHttpClient http, IPlatformQueryRenderer renderer, IConfiguration configuration, TimeProvider time) : IPlatformConnector
{
    public string Platform => PlatformNames.Mastodon;

    public TimeSpan Overlap => TimeSpan.FromMinutes(10);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var source = request.Source;
        if (source.Address is not { IsAbsoluteUri: true } address)
        {
            return new FetchFailure(FailureClass.Permanent, $"source {source.Id} has no address; give it its server, such as https://mastodon.social");
        }

        if (SearchTerms.Of(request, renderer) is not { } terms)
        {
            return SearchTerms.Missing(source);
        }

        var setting = $"{source.CredentialSetting ?? "Mastodon"}:AccessToken";
        var token = configuration[setting];
        var server = new MastodonServer(http, address, string.IsNullOrWhiteSpace(token) ? null : token.Trim(), setting);
        var tag = terms.TrimStart('#');
        switch (source.Mode ?? (tag.All(c => char.IsLetterOrDigit(c) || c == '_') && source.Terms is not null ? "hashtag" : "search"))
        {
            case "hashtag" or "timeline":
                return await new MastodonHashtag(server, tag, Overlap, time).FetchAsync(request, cancellationToken);
            case "search" when server.HasToken:
                return await new MastodonSearch(server, terms, time).FetchAsync(request, cancellationToken);
            case "search":
                return new FetchFailure(FailureClass.Auth, $"{server.Host} searches for accounts only; set {setting} to a user's token with the scopes read:search read:statuses, or read a hashtag");
            default:
                return new FetchFailure(FailureClass.Permanent, $"source {source.Id} has the mode {source.Mode}, which Mastodon does not have; use hashtag or search");
        }
    }

}

using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Bluesky;

/// <summary>
/// Searches posts with an account's login on the account's own server, newest first. A source may name another server to search on;
/// if that one is closed to this caller, the account's server is asked instead.
/// </summary>
internal sealed class BlueskyConnector(BlueskyCalls calls, BlueskySessions sessions, IPlatformQueryRenderer renderer, IConfiguration configuration, TimeProvider time)
    : IPlatformConnector
{
    private const string Search = "app.bsky.feed.searchPosts";

    private static readonly Uri Entryway = new("https://bsky.social/");

    public string Platform => PlatformNames.Bluesky;

    public TimeSpan Overlap => TimeSpan.FromMinutes(15);

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (SearchTerms.Of(request, renderer) is not { } terms)
        {
            return SearchTerms.Missing(request.Source);
        }

        if (Account(request.Source) is not { } account)
        {
            var setting = Setting(request.Source);
            return new FetchFailure(FailureClass.Auth, $"Bluesky searches for accounts only; set {setting}:Identifier and {setting}:AppPassword (an app password of the account)");
        }

        var (session, failure) = await sessions.GetAsync(account, stale: null, cancellationToken);
        if (session is null)
        {
            return failure!;
        }

        using var answer = await SearchAsync(request, terms, account, session, cancellationToken);
        return answer.Failure is null ? Page(answer.Json!.RootElement)
            : request.PageToken is not null && answer.Error == "InvalidRequest"
                ? new FetchFailure(FailureClass.Transient, "Bluesky no longer knows the place in its results; the run starts again", RestartRun: true)
                : answer.Failure;
    }

    private async Task<BlueskyAnswer> SearchAsync(FetchRequest request, string terms, BlueskyAccount account, BlueskySession session, CancellationToken cancellationToken)
    {
        var query = Query(request, terms);
        if (request.Source.Address is { } address && address.IdnHost != session.Server.IdnHost)
        {
            // A login's tokens belong to its own server and are shown to no other.
            var elsewhere = await calls.GetAsync(address, query, null, "leave the source's address out to search on the account's own server", cancellationToken);
            if (!elsewhere.IsForbiddenPage)
            {
                return elsewhere;
            }

            elsewhere.Dispose();
        }

        var hint = $"check {account.Setting}:Identifier and {account.Setting}:AppPassword";
        var answer = await calls.GetAsync(session.Server, query, session.AccessToken, hint, cancellationToken);
        if (!answer.IsStaleToken)
        {
            return answer;
        }

        var (renewed, failure) = await sessions.GetAsync(account, session, cancellationToken);
        return renewed is null ? new BlueskyAnswer(null, failure, null, false) : await calls.GetAsync(renewed.Server, query, renewed.AccessToken, hint, cancellationToken);
    }

    private static string Query(FetchRequest request, string terms) =>
        $"{Search}?q={Uri.EscapeDataString(terms)}&sort=latest&limit=100&since={Uri.EscapeDataString(Instant(request.Since))}"
        + (request.Until is { } until ? $"&until={Uri.EscapeDataString(Instant(until))}" : "")
        + (request.PageToken is { } cursor ? $"&cursor={Uri.EscapeDataString(cursor)}" : "");

    private FetchResult Page(JsonElement root)
    {
        if (root.Field("posts") is not { ValueKind: JsonValueKind.Array })
        {
            return FailureTexts.BadJson("Bluesky");
        }

        var now = time.GetUtcNow();
        var mentions = new List<Mention>();
        var skipped = new List<string>();
        foreach (var post in root.Items("posts"))
        {
            if (BlueskyPosts.Read(post, now) is { } mention)
            {
                mentions.Add(mention);
            }
            else
            {
                skipped.Add(BlueskyPosts.Skipped(mentions.Count + skipped.Count + 1));
            }
        }

        // A short page is not the last: only the missing cursor says so.
        return new FetchPage { Mentions = mentions, SkippedItems = skipped, NextPageToken = root.Text("cursor") };
    }

    private BlueskyAccount? Account(SourceQuery source)
    {
        var section = configuration.GetSection(Setting(source));
        return section["Identifier"] is { } identifier && section["AppPassword"] is { } password && !string.IsNullOrWhiteSpace(identifier) && !string.IsNullOrWhiteSpace(password)
            ? new BlueskyAccount(Setting(source), Service(section), identifier.Trim().TrimStart('@'), password.Trim())
            : null;
    }

    private static Uri Service(IConfigurationSection section) => Uri.TryCreate(section["Service"], UriKind.Absolute, out var service) ? service : Entryway;

    private static string Setting(SourceQuery source) => source.CredentialSetting ?? "Bluesky";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

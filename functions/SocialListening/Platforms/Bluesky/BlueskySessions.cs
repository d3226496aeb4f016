using System.Collections.Concurrent;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Platforms.Http;

namespace SocialListening.Platforms.Bluesky;

/// <summary>
/// Keeps the logins of this process. Logins are few (30 in 5 minutes, 300 a day), so one is made once, renewed with its refresh
/// token, and a refused one is not tried again for ten minutes. Safe to use from several threads: each account is handled by one at a time.
/// </summary>
internal sealed class BlueskySessions(BlueskyCalls calls, TimeProvider time)
{
    private static readonly TimeSpan RefusalPause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Service, string Identifier, string PasswordHash), Entry> _entries = new();

    /// <summary>Gives a login, making or renewing it if needed.</summary>
    /// <param name="account">The account.</param>
    /// <param name="stale">The login that was refused, if any: it is not given again.</param>
    /// <param name="cancellationToken">Cancels the wait and the call.</param>
    public async Task<(BlueskySession? Session, FetchFailure? Failure)> GetAsync(BlueskyAccount account, BlueskySession? stale, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd((account.Service.AbsoluteUri, account.Identifier, ShortHash.Of(account.AppPassword)), static _ => new Entry());
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            if (entry.Session is { } current && current.AccessToken != stale?.AccessToken)
            {
                return (current, null);
            }

            if (entry.Refusal is { } refusal && time.GetUtcNow() < entry.RefusedUntil)
            {
                return (null, refusal);
            }

            var (session, failure) = entry.Session is { } old ? await RenewAsync(account, old, cancellationToken) : (null, null);
            if (session is null && (failure is null || failure.Class == FailureClass.Auth))
            {
                (session, failure) = await LogInAsync(account, cancellationToken);
            }

            entry.Session = session ?? (failure!.Class is FailureClass.Auth or FailureClass.Permanent ? null : entry.Session);
            entry.Refusal = failure is { Class: FailureClass.Auth or FailureClass.Permanent } ? failure : null;
            entry.RefusedUntil = time.GetUtcNow() + RefusalPause;
            return (session, failure);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<(BlueskySession? Session, FetchFailure? Failure)> LogInAsync(BlueskyAccount account, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string> { ["identifier"] = account.Identifier, ["password"] = account.AppPassword }, BlueskyJsonContext.Default.DictionaryStringString);
        using var answer = await calls.PostAsync(
            account.Service, "com.atproto.server.createSession", null, body, $"check {account.Setting}:Identifier and {account.Setting}:AppPassword", cancellationToken);
        return Read(account, answer, account.Service);
    }

    private async Task<(BlueskySession? Session, FetchFailure? Failure)> RenewAsync(BlueskyAccount account, BlueskySession old, CancellationToken cancellationToken)
    {
        using var answer = await calls.PostAsync(
            old.Server, "com.atproto.server.refreshSession", old.RefreshToken, null, "the login has run out and is made anew", cancellationToken);
        return Read(account, answer, old.Server);
    }

    private static (BlueskySession? Session, FetchFailure? Failure) Read(BlueskyAccount account, BlueskyAnswer answer, Uri fallback)
    {
        if (answer.Failure is { } failure)
        {
            return (null, failure);
        }

        return BlueskySession.Read(answer.Json!.RootElement, fallback) switch
        {
            null => (null, FailureTexts.BadJson(account.Service.IdnHost)),
            { IsActive: false } => (null, new FetchFailure(FailureClass.Permanent, $"the account of {account.Setting}:Identifier is not active; use another account")),
            var session => (session, null),
        };
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public BlueskySession? Session { get; set; }

        public FetchFailure? Refusal { get; set; }

        public DateTimeOffset RefusedUntil { get; set; }
    }
}

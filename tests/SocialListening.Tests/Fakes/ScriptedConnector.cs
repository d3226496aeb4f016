using SocialListening.Contracts;
using SocialListening.Platforms;

namespace SocialListening.Tests.Fakes;

/// <summary>A platform that holds posts and answers newest first, a page at a time, or fails as told.</summary>
internal sealed class ScriptedConnector(TimeSpan overlap, int pageSize) : IPlatformConnector
{
    private int _calls;

    public List<Mention> Posts { get; } = [];

    public List<FetchRequest> Requests { get; } = [];

    public Dictionary<int, FetchFailure> FailOnCall { get; } = [];

    public bool Conclusive { get; set; } = true;

    public string Platform => PlatformNames.Mastodon;

    public TimeSpan Overlap => overlap;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        _calls++;
        if (FailOnCall.TryGetValue(_calls, out var failure))
        {
            return Task.FromResult<FetchResult>(failure);
        }

        var skip = request.PageToken is null ? 0 : int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        var wanted = Posts.Where(post => request.Until is not { } until || post.CreatedAtUtc < until).OrderByDescending(post => post.CreatedAtUtc).ToArray();
        var page = wanted.Skip(skip).Take(pageSize).ToArray();
        return Task.FromResult<FetchResult>(new FetchPage
        {
            Mentions = page,
            NextPageToken = skip + pageSize < wanted.Length ? (skip + pageSize).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Memo = $"memo-{_calls}",
            Conclusive = Conclusive,
        });
    }
}

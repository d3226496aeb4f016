using System.Globalization;
using SocialListening.Platforms;

namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Serves a <see cref="PostStream"/> as a platform, the newest post first: what came in the last five minutes.</summary>
internal sealed class StreamConnector(PostStream stream, int pageSize, TimeProvider time) : IPlatformConnector
{
    public const string PlatformName = "stream";

    public string Platform => PlatformName;

    public TimeSpan Overlap => PostStream.Step;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var source = int.Parse(request.Source.Terms!, CultureInfo.InvariantCulture);
        var step = (int)((time.GetUtcNow() - stream.Start) / PostStream.Step) - 1;
        var row = request.PageToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : PostStream.PostsPerPoll - 1;
        var mentions = new List<Contracts.Mention>(pageSize);
        for (; row >= 0 && mentions.Count < pageSize; row--)
        {
            if (stream.Find(step, source, row) is { } mention)
            {
                mentions.Add(mention);
            }
        }

        var next = row < 0 ? null : row.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult<FetchResult>(new FetchPage { Mentions = mentions, NextPageToken = next });
    }
}

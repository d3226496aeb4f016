using SocialListening.Contracts;
using SocialListening.Scoring;

namespace SocialListening.Functions.Tests.Scoring;

/// <summary>Posts that were erased, by mention id; none at first.</summary>
internal sealed class ErasedPosts : IErasureFilter
{
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<bool>> AreErasedAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<bool>>([.. mentions.Select(mention => Ids.Contains(mention.Id))]);
}

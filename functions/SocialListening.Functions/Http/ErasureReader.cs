using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialListening.Contracts;

namespace SocialListening.Functions.Http;

/// <summary>Reads the body of a request to erase.</summary>
internal static class ErasureReader
{
    private const int MaxBody = 256 * 1024;

    private static readonly (string Text, ErasureReason Reason)[] Reasons =
    [
        ("author-request", ErasureReason.AuthorRequest),
        ("post-deleted", ErasureReason.PostDeleted),
        ("author-gone", ErasureReason.AuthorGone),
        ("order", ErasureReason.Order),
    ];

    /// <summary>Reads a body.</summary>
    /// <returns>The order, or what is wrong, for a person.</returns>
    public static async Task<(ErasureOrder? Order, string? Error)> ReadAsync(HttpRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ErasureRequest? body;
        try
        {
            body = JsonSerializer.Deserialize(await BodyBytes.ReadAsync(request, MaxBody, cancellationToken), ErasureJsonContext.Default.ErasureRequest);
        }
        catch (JsonException e)
        {
            return (null, $"The body must be JSON such as {{\"platform\":\"mastodon\",\"author\":\"https://example.social/users/lea\",\"reason\":\"author-request\"}}; it is malformed at {e.Path ?? "its start"}.");
        }

        var reason = Reasons.Where(known => string.Equals(known.Text, body?.Reason, StringComparison.OrdinalIgnoreCase)).Select(known => (ErasureReason?)known.Reason).FirstOrDefault();
        return Mistake(body, reason) is { } error
            ? (null, error)
            : (new ErasureOrder
            {
                Kind = body!.Author is null ? ErasureKind.Post : ErasureKind.Author,
                Platform = body.Platform!,
                Subjects = body.Author is { } author ? [author] : [.. body.Posts!.OfType<string>().Distinct(StringComparer.Ordinal)],
                Reason = reason!.Value,
                RequestedAtUtc = now,
            }, null);
    }

    private static string? Mistake(ErasureRequest? body, ErasureReason? reason)
    {
        if (body?.Platform is null || !PlatformNames.Known.Contains(body.Platform))
        {
            return $"'platform' must be one of {string.Join(", ", PlatformNames.Known.Order(StringComparer.Ordinal))}.";
        }

        if ((body.Author is null) == (body.Posts is null))
        {
            return "Either 'author' or 'posts' is needed, not both.";
        }

        if (body.Author is { } author && !IsId(author))
        {
            return $"'author' must be the author's id as mentions carry it, or its pseudonym, of 1 to {ErasureOrder.LongestId} characters.";
        }

        if (body.Posts is { } posts && (posts.Count is 0 or > ErasureOrder.MaxPosts || !posts.All(IsId)))
        {
            return $"'posts' must be 1 to {ErasureOrder.MaxPosts} ids of posts on the platform, of 1 to {ErasureOrder.LongestId} characters each.";
        }

        return reason is null ? $"'reason' must be one of {string.Join(", ", Reasons.Select(known => known.Text))}." : null;
    }

    private static bool IsId(string? text) => text is { Length: <= ErasureOrder.LongestId } && !string.IsNullOrWhiteSpace(text);
}

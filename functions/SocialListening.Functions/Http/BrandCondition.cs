using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using SocialListening.Storage;

namespace SocialListening.Functions.Http;

/// <summary>What a request asks of the stored definition before it is changed, by RFC 9110, section 13.</summary>
/// <param name="Any">Whether any stored definition will do: <c>If-Match: *</c>.</param>
/// <param name="None">Whether there may be none: <c>If-None-Match: *</c>.</param>
/// <param name="Versions">The versions that will do; <see langword="null"/> when it does not say.</param>
internal sealed record BrandCondition(bool Any, bool None, IReadOnlyList<long>? Versions)
{
    /// <summary>Reads it.</summary>
    /// <param name="headers">The headers.</param>
    /// <returns>The condition, or what is wrong, for a person.</returns>
    public static (BrandCondition? Condition, string? Error) Read(IHeaderDictionary headers)
    {
        if (headers.IfNoneMatch.Count > 0)
        {
            return headers.IfMatch.Count > 0 ? (null, "'If-Match' and 'If-None-Match' exclude each other.")
                : headers.IfNoneMatch == "*" ? (new BrandCondition(false, true, null), null)
                : (null, "'If-None-Match' can only be *: put the definition if there is none.");
        }

        if (headers.IfMatch.Count == 0)
        {
            return (new BrandCondition(false, false, null), null);
        }

        var tags = new RequestHeaders(headers).IfMatch;
        return tags.Count == 0 ? (null, "'If-Match' must be the ETag of an earlier answer, in its quotes, or *.")
            : tags.Contains(EntityTagHeaderValue.Any) ? (new BrandCondition(true, false, null), null)
            : (new BrandCondition(false, false, [.. tags.Where(tag => !tag.IsWeak).Select(tag => VersionOf(tag.Tag.AsSpan())).OfType<long>()]), null);
    }

    /// <summary>Writes a version as an ETag.</summary>
    /// <param name="version">The version.</param>
    public static string Tag(long version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Gives the version that must be stored as the store expects it.</summary>
    /// <param name="read">Reads the version that is stored now, 0 for none; asked only where one of several will do.</param>
    /// <returns><see langword="false"/> when what is stored does not meet the condition.</returns>
    public async Task<(bool Met, long? Version)> ResolveAsync(Func<Task<long>> read)
    {
        if (None)
        {
            return (true, 0);
        }

        if (Versions is [var only])
        {
            return (true, only);
        }

        if (Versions is null)
        {
            return (true, Any ? IBrandStore.AnyVersion : null);
        }

        var stored = await read();
        return (Versions.Contains(stored), stored);
    }

    // A tag that none of our answers held matches no version.
    private static long? VersionOf(ReadOnlySpan<char> tag) =>
        long.TryParse(tag.Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;
}

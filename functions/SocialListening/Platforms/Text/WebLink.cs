namespace SocialListening.Platforms.Text;

/// <summary>Keeps links that a person may follow.</summary>
internal static class WebLink
{
    private const int MaxLength = 2_048;

    /// <summary>
    /// Gives a link in its escaped form; <see langword="null"/> for what is no absolute <c>http</c> or <c>https</c> address, such as
    /// <c>javascript:</c>, or is longer than 2,048 characters.
    /// </summary>
    /// <param name="text">What the platform gave as a link.</param>
    public static string? Of(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
        && link.AbsoluteUri is { Length: <= MaxLength } address
            ? address
            : null;
}

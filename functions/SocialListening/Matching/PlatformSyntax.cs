namespace SocialListening.Matching;

/// <summary>What a platform's search can say.</summary>
internal sealed record PlatformSyntax
{
    /// <summary>How alternatives can be combined.</summary>
    public required SearchShape Shape { get; init; }

    /// <summary>The word or sign between alternatives.</summary>
    public string Or { get; init; } = " OR ";

    /// <summary>Whether <c>#tag</c> is searched as a tag; else it is a word.</summary>
    public bool Hashtags { get; init; }

    /// <summary>Whether <c>@name</c> is searched as an address; else it is a word.</summary>
    public bool Handles { get; init; }

    /// <summary>Whether <c>lang:</c> means the language that the platform then declares on the post.</summary>
    public bool Language { get; init; }

    /// <summary>Whether <c>from:</c> takes a handle or an id.</summary>
    public bool From { get; init; }

    /// <summary>Whether search ignores accents by itself, so that the bare form is not needed beside the accented one.</summary>
    public bool IgnoresAccents { get; init; }

    /// <summary>Gives the syntax of a platform; <see langword="null"/> for one that has no text search.</summary>
    public static PlatformSyntax? Of(string platform) => platform switch
    {
        "bluesky" => new() { Shape = SearchShape.AllOf, Hashtags = true },
        "mastodon" => new() { Shape = SearchShape.AllOf, Hashtags = true },
        "hackernews" => new() { Shape = SearchShape.AllOf, IgnoresAccents = true },
        "x" => new() { Shape = SearchShape.Nested, Hashtags = true, Handles = true, Language = true, From = true, IgnoresAccents = true },
        "reddit" => new() { Shape = SearchShape.Nested },
        "youtube" => new() { Shape = SearchShape.AnyOrAllOf, Or = "|", IgnoresAccents = true },
        "generic" => new() { Shape = SearchShape.Nested },
        _ => null,
    };
}

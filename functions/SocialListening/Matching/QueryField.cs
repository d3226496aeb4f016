namespace SocialListening.Matching;

/// <summary>What a <c>name:value</c> term looks at.</summary>
internal enum QueryField
{
    /// <summary>The declared language: <c>lang:fr</c>.</summary>
    Lang,

    /// <summary>The platform's short name: <c>platform:x</c>.</summary>
    Platform,

    /// <summary>The author's handle or id: <c>author:name</c>.</summary>
    Author,

    /// <summary>The host of the post or of a link in it: <c>site:example.org</c>.</summary>
    Site,
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialListening.Scoring.Cascade;

/// <summary>The ledger's keys. The same words in the same language have the same key, whoever posts them and whatever they link to.</summary>
internal static partial class TextKey
{
    /// <summary>Gives the key of a text: SHA-256 of its normal form (NFC, without addresses, white space as single blanks) and its language, in Base64Url.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; <see langword="null"/> when unknown.</param>
    public static string Of(string text, string? language)
    {
        var normal = Blank().Replace(Address().Replace(WellFormed(text), " "), " ").Trim().Normalize(NormalizationForm.FormC);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{language}\n{normal}")));
    }

    /// <summary>Gives the key under which it is kept that the service does not know a language.</summary>
    /// <param name="language">The language's code.</param>
    public static string OfLanguage(string language) => $"language-{language}";

    // Normalisation refuses lone surrogates.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

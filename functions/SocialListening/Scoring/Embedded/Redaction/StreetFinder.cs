using System.Text.RegularExpressions;

namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds a house number with a street, as French, English and German write it, and a postal code behind it.</summary>
internal static partial class StreetFinder
{
    /// <summary>Adds everything that looks like a street address.</summary>
    public static void Find(string text, PiiSpans found)
    {
        Add(French(), text, found);
        Add(English(), text, found);
        Add(German(), text, found);
    }

    private static void Add(Regex pattern, string text, PiiSpans found)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            found.Add(match.Index, match.Length, PiiKinds.Street);
        }
    }

    [GeneratedRegex(
        @"\b\d{1,4}[ \u00A0]?(?:bis|ter|quater|[a-dA-D])?,?[ \u00A0](?:" +
        @"(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Ii]mpasse|[Cc]hemin|[Aa]llées?|[Rr]uelle)(?:[ \u00A0](?:d[eu]s?|la|le|les|à|aux?)\b){0,3}(?:[ \u00A0][dl]['’]|[ \u00A0])[\p{L}-]{2,30}(?:[ \u00A0-]\p{Lu}[\p{L}'’-]{0,30}){0,4}|" +
        @"(?:[Pp]lace|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Ff]aubourg|[Ss]entier|[Rr]ésidence|[Ll]otissement|[Ee]splanade|[Pp]romenade)(?:(?:[ \u00A0](?:d[eu]s?|la|le|les|à|aux?)\b){0,3}(?:[ \u00A0][dl]['’]|[ \u00A0-])\p{Lu}[\p{L}'’-]{0,30}){1,4}" +
        @")(?:,?[ \u00A0]\d{5}(?:[ \u00A0]\p{Lu}[\p{L}'’-]{0,30}){0,3})?")]
    private static partial Regex French();

    [GeneratedRegex(
        @"\b\d{1,5}[A-Za-z]?,?[ \u00A0](?:\p{Lu}[\p{L}'’.-]{0,30}[ \u00A0]){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Way|Terrace|Close|Crescent|Gardens|Grove|Mews)\b\.?")]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b\p{Lu}[\p{L}-]{1,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm)[ \u00A0]\d{1,4}[ \u00A0]?[a-zA-Z]?\b(?:,?[ \u00A0]\d{5}(?:[ \u00A0]\p{Lu}[\p{L}-]{0,30}){0,2})?")]
    private static partial Regex German();
}

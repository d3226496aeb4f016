using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SocialListening.Platforms.Rss;

/// <summary>
/// Loads a feed's XML with System.Xml's reader. No document type, so no entity is ever expanded and nothing outside is ever read;
/// nesting is bounded.
/// </summary>
internal static class FeedXml
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 256;

    /// <summary>Loads a feed.</summary>
    /// <exception cref="FeedFormatException">The text is no well-formed XML, has a document type, or is nested too deeply.</exception>
    public static XElement Load(string text)
    {
        text = WithoutControls(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
        if (text.Length == 0)
        {
            throw new FeedFormatException("answered an empty body instead of a feed; it is tried again", mayPass: true);
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        };
        try
        {
            using (var probe = XmlReader.Create(new StringReader(text), settings))
            {
                while (probe.Read())
                {
                    if (probe.Depth > MaxDepth)
                    {
                        throw new FeedFormatException("answered XML that is nested too deeply for a feed; check the source's address", mayPass: false);
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
        catch (XmlException) when (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            throw new FeedFormatException("answered XML with a document type (DTD), which is not read for safety; ask the publisher for a plain feed", mayPass: false);
        }
        catch (XmlException exception)
        {
            var line = exception.LineNumber.ToString(CultureInfo.InvariantCulture);
            throw new FeedFormatException($"answered XML that is cut off or malformed near line {line}; it is tried again, tell the publisher if it stays", mayPass: true);
        }
    }

    private static string WithoutControls(string text)
    {
        foreach (var c in text)
        {
            if (IsForbidden(c))
            {
                return new string([.. text.Where(static c => !IsForbidden(c))]);
            }
        }

        return text;
    }

    private static bool IsForbidden(char c) => c is (< ' ' and not ('\t' or '\r' or '\n')) or '\uFFFE' or '\uFFFF';
}

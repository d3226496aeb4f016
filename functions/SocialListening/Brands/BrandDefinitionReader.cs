using System.Globalization;
using System.Text;
using System.Text.Json;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Brands;

/// <summary>Reads definitions of single brands, as the store keeps them, by the rules of the brand file. Thread-safe.</summary>
/// <param name="queries">Checks the queries.</param>
internal sealed class BrandDefinitionReader(IBrandQueryChecker queries)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads one definition: an object of a brand file's list, in UTF-8. Never throws for what it holds.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="brandId">The brand that it must be of.</param>
    /// <returns>The brand, or all mistakes.</returns>
    public (Brand? Brand, IReadOnlyList<BrandFileError> Errors) Read(ReadOnlySpan<byte> json, string brandId)
    {
        var (root, error) = JsonSpotReader.Read(json);
        return root is null ? (null, [error!]) : new BrandFileReader(queries, ofStore: true).ReadOne(root, brandId);
    }

    /// <summary>Reads a brand file as definitions for the store.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <returns>The definitions by brand id, or all mistakes.</returns>
    public (IReadOnlyList<KeyValuePair<string, string>> Definitions, IReadOnlyList<BrandFileError> Errors) ReadFile(ReadOnlyMemory<byte> file)
    {
        var read = BrandFile.Read(file.Span, queries, ofStore: true);
        if (read.Errors.Count > 0)
        {
            return ([], read.Errors);
        }

        var definitions = Definitions(file);
        BrandFileError[] tooLarge =
        [
            .. definitions.Select((definition, i) => (Bytes: Encoding.UTF8.GetByteCount(definition.Value), i)).Where(entry => entry.Bytes > IBrandStore.MaxBytes)
                .Select(entry => new BrandFileError(string.Create(CultureInfo.InvariantCulture, $"$.brands[{entry.i}]"), 0, 0, $"The definition of '{definitions[entry.i].Key}' has {entry.Bytes} bytes", $"Keep it under {IBrandStore.MaxBytes}: the store takes no more.")),
        ];
        return tooLarge.Length > 0 ? ([], tooLarge) : (definitions, []);
    }

    /// <summary>Gives the definitions of a file without mistakes, by brand id.</summary>
    /// <param name="file">The bytes of the file.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Definitions(ReadOnlyMemory<byte> file)
    {
        using var document = JsonDocument.Parse(WithoutMark(file), Lenient);
        return [.. document.RootElement.GetProperty("brands").EnumerateArray().Select(brand => KeyValuePair.Create(brand.GetProperty("id").GetString()!, Text(Encoding.UTF8.GetBytes(brand.GetRawText()))))];
    }

    /// <summary>
    /// Gives a definition without mistakes as it is stored: without comments, trailing commas and blanks between values. Texts and
    /// numbers stay as they were written.
    /// </summary>
    /// <param name="json">The definition, in UTF-8.</param>
    public static string Text(ReadOnlyMemory<byte> json)
    {
        var text = new StringBuilder(json.Length);
        var reader = new Utf8JsonReader(WithoutMark(json).Span, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var follows = false;
        while (reader.Read())
        {
            var kind = reader.TokenType;
            if (follows && kind is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                text.Append(',');
            }

            var written = Encoding.UTF8.GetString(reader.ValueSpan);
            text.Append(kind switch
            {
                JsonTokenType.PropertyName => $"\"{written}\":",
                JsonTokenType.String => $"\"{written}\"",
                _ => written,
            });
            follows = kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
        }

        return text.ToString();
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
}

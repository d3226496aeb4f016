using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SocialListening.Brands;

/// <summary>Reads JSON with comments and trailing commas into values that know their line and column.</summary>
internal ref struct JsonSpotReader
{
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _lineStart;
    private int _counted;

    private JsonSpotReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
    }

    /// <summary>Gives the root value, or why the text is no JSON.</summary>
    public static (JsonSpot? Root, BrandFileError? Error) Read(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> body = json.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json;
        try
        {
            JsonSpotReader reader = new(body);
            reader._reader.Read();
            JsonSpot root = reader.Value("$");
            reader._reader.Read();
            return (root, null);
        }
        catch (JsonException problem)
        {
            int line = (int)(problem.LineNumber ?? 0);
            string reason = problem.Message.Split(" LineNumber:")[0].TrimEnd('.');
            return (null, new BrandFileError("$", line + 1, (int)(problem.BytePositionInLine ?? 0) + 1, $"This is no JSON: {reason}", "Mend the syntax here; comments and trailing commas are allowed."));
        }
        catch (InvalidOperationException)
        {
            return (null, new BrandFileError("$", 1, 1, "A text in the file is no valid UTF-8", "Save the file as UTF-8."));
        }
    }

    private JsonSpot Value(string path)
    {
        (int line, int column) = Place();
        JsonTokenType kind = _reader.TokenType;
        string text = kind is JsonTokenType.String ? _reader.GetString()! : kind is JsonTokenType.StartArray or JsonTokenType.StartObject ? "" : Encoding.UTF8.GetString(_reader.ValueSpan);
        JsonSpot spot = new(kind, text, path, line, column);
        while (kind == JsonTokenType.StartObject && _reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string name = _reader.GetString()!;
            (int nameLine, int nameColumn) = Place();
            _reader.Read();
            JsonSpot value = Value($"{path}.{name}");
            spot.Properties.Add((new JsonSpot(JsonTokenType.PropertyName, name, value.Path, nameLine, nameColumn), value));
        }

        while (kind == JsonTokenType.StartArray && _reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            spot.Items.Add(Value(string.Create(CultureInfo.InvariantCulture, $"{path}[{spot.Items.Count}]")));
        }

        return spot;
    }

    private (int Line, int Column) Place()
    {
        int at = (int)_reader.TokenStartIndex;
        for (; _counted < at; _counted++)
        {
            if (_json[_counted] == '\n')
            {
                _line++;
                _lineStart = _counted + 1;
            }
        }

        return (_line, Encoding.UTF8.GetCharCount(_json[_lineStart..at]) + 1);
    }
}

using System.Text.Json;

namespace SocialListening.Brands;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonSpot(JsonTokenType kind, string text, string path, int line, int column)
{
    /// <summary>What the value is; objects and arrays by their opening token.</summary>
    public JsonTokenType Kind { get; } = kind;

    /// <summary>The text of a string, or a number or literal as written.</summary>
    public string Text { get; } = text;

    /// <summary>Its path from the root.</summary>
    public string Path { get; } = path;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>The properties of an object, in order.</summary>
    public List<(JsonSpot Name, JsonSpot Value)> Properties { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<JsonSpot> Items { get; } = [];

    /// <summary>A mistake here.</summary>
    public BrandFileError Error(string message, string advice) => new(Path, Line, Column, message, advice);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Reads <c>host.json</c>.</summary>
internal static class HostJson
{
    /// <summary>The settings under which stand for values of the file, as <c>AzureFunctionsJobHost__extensions__queues__batchSize</c> in the environment.</summary>
    public const string OverridesSection = "AzureFunctionsJobHost";

    private const string FileName = "host.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file of a folder; a missing file gives the defaults.</summary>
    /// <param name="folder">The folder of the app.</param>
    /// <param name="overrides">The settings that take the place of values of the file, if any.</param>
    /// <exception cref="InvalidOperationException">The file is no JSON or a value is out of its range.</exception>
    public static HostSettings Read(string folder, IConfigurationSection? overrides = null)
    {
        var path = Path.Combine(folder, FileName);
        return Parse(File.Exists(path) ? File.ReadAllText(path) : "{}", overrides);
    }

    /// <summary>Reads the text of the file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="overrides">The settings that take the place of values of the file, if any.</param>
    /// <exception cref="InvalidOperationException">The text is no JSON or a value is out of its range.</exception>
    public static HostSettings Parse(string json, IConfigurationSection? overrides = null)
    {
        try
        {
            var file = JsonNode.Parse(json, documentOptions: Lenient);
            if (file is JsonObject values && overrides is not null)
            {
                Override(values, overrides);
            }

            var root = JsonSerializer.SerializeToElement(file);
            var extensions = Child(root, "extensions");
            var http = Child(extensions, "http");
            return new HostSettings(
                Timeout(root),
                (Child(http, "routePrefix")?.GetString() ?? HostSettings.Default.RoutePrefix).Trim('/'),
                Queues(Child(extensions, "queues")));
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"{FileName} is no JSON: {exception.Message}", exception);
        }
    }

    private static void Override(JsonObject values, IConfigurationSection overrides)
    {
        foreach (var section in overrides.GetChildren())
        {
            var name = values.Select(property => property.Key).FirstOrDefault(known => string.Equals(known, section.Key, StringComparison.OrdinalIgnoreCase)) ?? section.Key;
            if (section.Value is { } text)
            {
                values[name] = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;
                continue;
            }

            if (values[name] is not JsonObject inner)
            {
                values[name] = inner = [];
            }

            Override(inner, section);
        }
    }

    private static TimeSpan? Timeout(JsonElement root)
    {
        if (Child(root, "functionTimeout") is not { } value)
        {
            return HostSettings.Default.FunctionTimeout;
        }

        var text = value.ToString();
        if (text == "-1")
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero
            ? timeout
            : throw Wrong("functionTimeout", text, "a time span 'hh:mm:ss' above 0, or -1 for no limit");
    }

    private static QueueSettings Queues(JsonElement? section)
    {
        var defaults = QueueSettings.Default;
        var batchSize = Integer(section, "batchSize", defaults.BatchSize, 1, 32);
        var encoding = Child(section, "messageEncoding")?.ToString() ?? "base64";
        return new QueueSettings(
            batchSize,
            Integer(section, "newBatchThreshold", batchSize / 2, 0, int.MaxValue),
            Span(section, "visibilityTimeout", defaults.VisibilityTimeout, TimeSpan.Zero, TimeSpan.FromDays(7)),
            Integer(section, "maxDequeueCount", defaults.MaxDequeueCount, 1, int.MaxValue),
            Span(section, "maxPollingInterval", defaults.MaxPollingInterval, QueueSettings.MinPollingInterval, TimeSpan.FromDays(1)),
            encoding.ToUpperInvariant() switch
            {
                "BASE64" => true,
                "NONE" => false,
                _ => throw Wrong("extensions.queues.messageEncoding", encoding, "'base64' or 'none'"),
            });
    }

    private static int Integer(JsonElement? section, string name, int defaultValue, int least, int greatest)
    {
        if (Child(section, name) is not { } value)
        {
            return defaultValue;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= greatest
            ? number
            : throw Wrong($"extensions.queues.{name}", value.ToString(), greatest == int.MaxValue ? $"a number of at least {least}" : $"a number from {least} to {greatest}");
    }

    private static TimeSpan Span(JsonElement? section, string name, TimeSpan defaultValue, TimeSpan least, TimeSpan greatest)
    {
        if (Child(section, name) is not { } value)
        {
            return defaultValue;
        }

        return TimeSpan.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var span) && span >= least && span <= greatest
            ? span
            : throw Wrong($"extensions.queues.{name}", value.ToString(), $"a time span 'hh:mm:ss' from {least} to {greatest}");
    }

    private static JsonElement? Child(JsonElement? parent, string name)
    {
        if (parent is not { ValueKind: JsonValueKind.Object } section)
        {
            return null;
        }

        foreach (var property in section.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    private static InvalidOperationException Wrong(string key, string value, string expected) =>
        new($"{FileName}: '{key}' is '{value}' but must be {expected}.");
}

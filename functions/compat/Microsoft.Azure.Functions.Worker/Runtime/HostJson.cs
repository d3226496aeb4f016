using System.Globalization;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Reads <c>host.json</c>.</summary>
internal static class HostJson
{
    private const string FileName = "host.json";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the file of a folder; a missing file gives the defaults.</summary>
    /// <param name="folder">The folder of the app.</param>
    /// <exception cref="InvalidOperationException">The file is no JSON or a value is out of its range.</exception>
    public static HostSettings Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : HostSettings.Default;
    }

    /// <summary>Reads the text of the file.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidOperationException">The text is no JSON or a value is out of its range.</exception>
    public static HostSettings Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var root = document.RootElement;
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

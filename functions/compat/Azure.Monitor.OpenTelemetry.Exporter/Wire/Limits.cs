using System.Diagnostics.CodeAnalysis;

namespace Azure.Monitor.OpenTelemetry.Exporter.Wire;

/// <summary>What the service takes, by https://learn.microsoft.com/azure/azure-monitor/app/data-model-complete and the limits of the data model.</summary>
internal static class Limits
{
    /// <summary>Characters of a property's name; a property with a longer one is left out.</summary>
    public const int Key = 150;

    /// <summary>Characters of a property's value.</summary>
    public const int Value = 8_192;

    /// <summary>Characters of names, results, sources and targets.</summary>
    public const int Name = 1_024;

    /// <summary>Characters of a metric's namespace and of the role.</summary>
    public const int Role = 256;

    /// <summary>Characters of the version of the sender.</summary>
    public const int SdkVersion = 64;

    /// <summary>Characters of a message and of a stack.</summary>
    public const int Message = 32_768;

    /// <summary>Links that are told of a span.</summary>
    public const int Links = 100;

    /// <summary>Bytes of an item; a larger one is dropped.</summary>
    public const int ItemBytes = 65_536;

    /// <summary>Bytes of a call before compression.</summary>
    public const int CallBytes = 1_000_000;

    /// <summary>The longest duration that can be told.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromDays(1_000) - TimeSpan.FromTicks(1);

    /// <summary>Cuts a text, never inside a character outside the basic plane.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">UTF-16 units that may stay.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}

using System.Diagnostics;
using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Wire;

namespace Azure.Monitor.OpenTelemetry.Exporter.Mapping;

/// <summary>One exception of <c>ExceptionData</c>.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Stack">Its stack; null when it was never thrown.</param>
internal sealed record ExceptionDetail(string Type, string Message, string? Stack)
{
    // The service takes no more of a chain.
    private const int Deepest = 10;

    /// <summary>Reads an event of a span by the conventions of OpenTelemetry.</summary>
    /// <param name="happening">The event.</param>
    /// <returns><see langword="null"/> when it tells no type or no message.</returns>
    public static ExceptionDetail? Of(ActivityEvent happening)
    {
        var tags = happening.Tags.ToDictionary(tag => tag.Key, tag => tag.Value as string, StringComparer.Ordinal);
        return tags.GetValueOrDefault("exception.type") is { } type && tags.GetValueOrDefault("exception.message") is { } message
            ? new ExceptionDetail(type, message, tags.GetValueOrDefault("exception.stacktrace"))
            : null;
    }

    /// <summary>Reads an exception with those behind it, outermost first.</summary>
    /// <param name="failure">The exception.</param>
    public static IReadOnlyList<ExceptionDetail> Of(Exception failure)
    {
        var chain = new List<ExceptionDetail>();
        for (var inner = failure; inner is not null && chain.Count < Deepest; inner = inner.InnerException)
        {
            chain.Add(new ExceptionDetail(inner.GetType().FullName ?? inner.GetType().Name, inner.Message, inner.StackTrace));
        }

        return chain;
    }

    /// <summary>Writes the member <c>exceptions</c>, each numbered and pointing at the one around it.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="chain">The exceptions, outermost first.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ExceptionDetail> chain)
    {
        json.WriteStartArray("exceptions");
        for (var i = 0; i < chain.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            if (i > 0)
            {
                json.WriteNumber("outerId", i);
            }

            json.WriteString("typeName", Limits.Cut(chain[i].Type, Limits.Name));
            json.WriteString("message", Limits.Cut(chain[i].Message, Limits.Value));
            json.WriteBoolean("hasFullStack", chain[i].Stack?.Length <= Limits.Value);
            if (chain[i].Stack is { } stack)
            {
                json.WriteString("stack", Limits.Cut(stack, Limits.Value));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

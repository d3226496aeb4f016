using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Contracts;

/// <summary>The versioned form of every queue message: <c>{"n":name,"v":version,"d":data}</c>.</summary>
public sealed record Envelope
{
    /// <summary>The name of the message's type.</summary>
    [JsonPropertyName("n")]
    public required string Name { get; init; }

    /// <summary>The version of its shape, from 1.</summary>
    [JsonPropertyName("v")]
    public required int Version { get; init; }

    /// <summary>The W3C <c>traceparent</c> of the operation that sent it, see https://www.w3.org/TR/trace-context/.</summary>
    [JsonPropertyName("t")]
    public string? TraceParent { get; init; }

    /// <summary>The message itself.</summary>
    [JsonPropertyName("d")]
    public required JsonElement Data { get; init; }
}

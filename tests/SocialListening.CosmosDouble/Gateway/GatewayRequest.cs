namespace SocialListening.CosmosDouble.Gateway;

/// <summary>One request as the gateway sees it, whichever way it came in.</summary>
/// <param name="Method">HTTP method in capitals.</param>
/// <param name="Segments">The path's unescaped segments: none for the account itself.</param>
/// <param name="Headers">Headers by name, in any case.</param>
/// <param name="Body">The body, empty when there is none.</param>
internal sealed record GatewayRequest(string Method, IReadOnlyList<string> Segments, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A header's value, or null when it was not sent.</summary>
    public string? this[string header] => Headers.TryGetValue(header, out var value) ? value : null;

    /// <summary>Splits and unescapes a path.</summary>
    public static string[] Split(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    /// <summary>Whether a header says true.</summary>
    public bool Says(string header) => string.Equals(this[header], "true", StringComparison.OrdinalIgnoreCase);
}

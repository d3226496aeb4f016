namespace Azure.Monitor.OpenTelemetry.Exporter.Wire;

/// <summary>What a connection string says.</summary>
/// <param name="InstrumentationKey">The resource.</param>
/// <param name="Endpoint">Where its telemetry goes.</param>
/// <param name="Scope">What a token must be for.</param>
internal sealed record IngestionTarget(string InstrumentationKey, Uri Endpoint, string Scope)
{
    private const string DefaultEndpoint = "https://dc.services.visualstudio.com/";
    private const int MaxLength = 4_096;

    /// <summary>Reads the connection string of options, or that of the environment.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="InvalidOperationException">It is missing or cannot be read; the message quotes no key.</exception>
    public static IngestionTarget Of(AzureMonitorExporterOptions options) =>
        (options.ConnectionString ?? Environment.GetEnvironmentVariable("APPLICATIONINSIGHTS_CONNECTION_STRING")) is { } text && !string.IsNullOrWhiteSpace(text)
            ? Parse(text)
            : throw new InvalidOperationException("A connection string was not found. Please set your connection string.");

    /// <summary>Reads a connection string: an explicit endpoint counts before an endpoint suffix, and that before the default.</summary>
    /// <param name="text">Parts <c>key=value</c> with semicolons between; keys in any case.</param>
    /// <exception cref="InvalidOperationException">It cannot be read; the message quotes no key.</exception>
    public static IngestionTarget Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw Wrong($"values greater than {MaxLength} characters are not allowed.");
        }

        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw Wrong("it must be made of different parts key=value with semicolons between.");
            }
        }

        return parts.TryGetValue("InstrumentationKey", out var key) && key.Length > 0
            ? new IngestionTarget(key, Address(parts), $"{parts.GetValueOrDefault("AADAudience") ?? "https://monitor.azure.com/"}/.default")
            : throw Wrong("it lacks InstrumentationKey.");
    }

    private static Uri Address(Dictionary<string, string> parts)
    {
        var address = DefaultEndpoint;
        if (parts.TryGetValue("IngestionEndpoint", out var stated))
        {
            address = stated;
        }
        else if (parts.TryGetValue("EndpointSuffix", out var suffix))
        {
            var location = parts.GetValueOrDefault("Location")?.TrimEnd('.');
            if (location is not null && !location.All(char.IsLetterOrDigit))
            {
                throw Wrong("its Location must hold letters and digits only.");
            }

            address = $"https://{(string.IsNullOrEmpty(location) ? string.Empty : $"{location}.")}dc.{suffix.TrimStart('.')}";
        }

        return Uri.TryCreate(address.EndsWith('/') ? address : $"{address}/", UriKind.Absolute, out var endpoint) && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp)
            ? endpoint
            : throw Wrong("its IngestionEndpoint or EndpointSuffix gives no address.");
    }

    private static InvalidOperationException Wrong(string why) => new($"Connection String Error: {why}");
}

using System.Globalization;

namespace SocialListening.CosmosDouble.Gateway;

/// <summary>One answer of the gateway.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON text or HybridRow records; empty for none.</param>
internal sealed record GatewayResponse(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request units this answer is charged with.</summary>
    public double Charge { get; init; }

    /// <summary>Headers other than the charge.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a header; a null value adds none.</summary>
    public GatewayResponse With(string header, string? value)
    {
        if (value is not null)
        {
            Headers[header] = value;
        }

        return this;
    }

    /// <summary>Adds a numeric header.</summary>
    public GatewayResponse With(string header, long value) => With(header, value.ToString(CultureInfo.InvariantCulture));
}

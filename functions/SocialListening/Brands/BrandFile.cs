using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>What reading a brand file came to.</summary>
/// <param name="Brands">The brands; those with mistakes are missing.</param>
/// <param name="Errors">All mistakes, in the order of the file; empty for a good file.</param>
public sealed record BrandFile(IReadOnlyList<Brand> Brands, IReadOnlyList<BrandFileError> Errors)
{
    /// <summary>The most bytes of a brand file: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads a brand file: JSON in UTF-8, with comments and trailing commas. Never throws for what it holds.</summary>
    /// <param name="json">The bytes of the file.</param>
    /// <param name="queries">Checks the brands' queries.</param>
    public static BrandFile Read(ReadOnlySpan<byte> json, IBrandQueryChecker queries) => Read(json, queries, ofStore: false);

    /// <summary>Reads a brand file, whose brands may be meant for the store.</summary>
    internal static BrandFile Read(ReadOnlySpan<byte> json, IBrandQueryChecker queries, bool ofStore)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (json.Length > MaxBytes)
        {
            return new([], [new("$", 1, 1, $"The file has {json.Length} bytes", $"Keep it under {MaxBytes}, or run a second instance for the other brands.")]);
        }

        (JsonSpot? root, BrandFileError? error) = JsonSpotReader.Read(json);
        return root is null ? new BrandFile([], [error!]) : new BrandFileReader(queries, ofStore).Read(root);
    }
}

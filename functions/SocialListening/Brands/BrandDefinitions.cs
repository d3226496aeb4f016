using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Brands;

/// <summary>
/// Shows and changes definitions of brands. What is put is read by the rules of the brand file first, so that nothing is stored that
/// this version could not listen for; this instance goes by a change at once, others within <see cref="BrandsOptions.ReloadInterval"/>.
/// </summary>
public sealed partial class BrandDefinitions
{
    private readonly BrandCatalog? _file;
    private readonly StoredBrandCatalog _stored;
    private readonly IBrandStore _store;
    private readonly BrandDefinitionReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<BrandDefinitions> _logger;

    /// <summary>Takes what it works with.</summary>
    /// <param name="catalog">The brands in use.</param>
    /// <param name="stored">The brands of the store.</param>
    /// <param name="store">The definitions.</param>
    /// <param name="queries">Checks their queries.</param>
    /// <param name="options">Where the definitions are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public BrandDefinitions(
        IBrandCatalog catalog, StoredBrandCatalog stored, IBrandStore store, IBrandQueryChecker queries, IOptions<BrandsOptions> options, TimeProvider time, ILogger<BrandDefinitions> logger)
    {
        CanChange = options.Value.Source == BrandsSource.Store;
        _file = catalog as BrandCatalog;
        _stored = stored;
        _store = store;
        _reader = new BrandDefinitionReader(queries);
        _time = time;
        _logger = logger;
    }

    /// <summary>Whether definitions can be changed: those of a brand file cannot.</summary>
    public bool CanChange { get; }

    /// <summary>Reads a definition as it is stored, or as the brand file has it.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The definition with its version, 0 for a brand file; <see langword="null"/> when there is none.</returns>
    public async Task<Versioned<BrandDefinition>> GetAsync(string brandId, CancellationToken cancellationToken) => CanChange
        ? await _store.GetAsync(brandId, cancellationToken).ConfigureAwait(false)
        : new(_file?.DefinitionOf(brandId) is { } json ? new BrandDefinition(brandId, json, default) : null, 0);

    /// <summary>Makes or replaces a definition. Putting what is stored already changes nothing.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="json">The definition, in UTF-8, with comments and trailing commas, which are not kept.</param>
    /// <param name="expectedVersion">The version that must be stored, 0 for none, or <see cref="IBrandStore.AnyVersion"/>; <see langword="null"/> for whatever there is.</param>
    /// <param name="changedBy">Who does so, as a pseudonym; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">Definitions cannot be changed.</exception>
    public async Task<BrandChange> PutAsync(string brandId, byte[] json, long? expectedVersion, string? changedBy, CancellationToken cancellationToken)
    {
        RequireChange();
        var (_, errors) = _reader.Read(json, brandId);
        if (errors.Count > 0)
        {
            return new BrandChange(default, null, errors);
        }

        var text = BrandDefinitionReader.Text(json);
        if (Encoding.UTF8.GetByteCount(text) > IBrandStore.MaxBytes)
        {
            return new BrandChange(default, null, [new("$", 1, 1, "The definition is too large", $"Keep it under {IBrandStore.MaxBytes} bytes.")]);
        }

        var write = await _store.PutAsync(new BrandDefinition(brandId, text, _time.GetUtcNow(), changedBy), expectedVersion, cancellationToken).ConfigureAwait(false);
        if (write.Outcome is BrandWriteOutcome.Created or BrandWriteOutcome.Replaced)
        {
            Log.Put(_logger, brandId, write.Version);
            await FollowAsync(cancellationToken).ConfigureAwait(false);
        }

        return new BrandChange(write, text, []);
    }

    /// <summary>
    /// Deletes a definition. The brand is not listened for any more; what is stored of it stays until retention or erasure
    /// removes it, and counts again should the brand come back.
    /// </summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="expectedVersion">The version that must be stored, or <see cref="IBrandStore.AnyVersion"/>; <see langword="null"/> for whatever there is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">Definitions cannot be changed.</exception>
    public async Task<BrandChange> DeleteAsync(string brandId, long? expectedVersion, CancellationToken cancellationToken)
    {
        RequireChange();
        var write = await _store.DeleteAsync(brandId, expectedVersion, cancellationToken).ConfigureAwait(false);
        if (write.Outcome == BrandWriteOutcome.Deleted)
        {
            Log.Deleted(_logger, brandId);
            await FollowAsync(cancellationToken).ConfigureAwait(false);
        }

        return new BrandChange(write, null, []);
    }

    private void RequireChange()
    {
        if (!CanChange)
        {
            throw new InvalidOperationException("The brands come from a file; Brands:Source is not store.");
        }
    }

    // The change is stored, whatever comes of this: the next look finds it.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _stored.LookAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The catalog has told and counted it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8010, LogLevel.Information, "The definition of brand {BrandId} was put, version {Version}")]
        public static partial void Put(ILogger logger, string brandId, long version);

        [LoggerMessage(8011, LogLevel.Information, "The definition of brand {BrandId} was deleted")]
        public static partial void Deleted(ILogger logger, string brandId);
    }
}

using System.Text;
using Microsoft.Extensions.Logging;
using SocialListening.Contracts;
using SocialListening.Storage;
using SocialListening.Telemetry;

namespace SocialListening.Brands;

/// <summary>
/// The brands of the store. A look reads the version of the definitions, and the definitions only when it has moved; a snapshot
/// takes over the brands that did not change. When the store cannot be read the last snapshot stays. Thread-safe.
/// </summary>
public sealed partial class StoredBrandCatalog : IBrandCatalog, IDisposable
{
    /// <summary>The least time between two looks for a brand that is not known.</summary>
    public static readonly TimeSpan LookSpacing = TimeSpan.FromSeconds(5);

    // Clocks of several instances differ.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly IBrandStore _store;
    private readonly BrandDefinitionReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<StoredBrandCatalog> _logger;
    private readonly SemaphoreSlim _looking = new(1, 1);
    private Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private DateTimeOffset? _tried;
    private volatile Look? _last;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="store">The definitions.</param>
    /// <param name="queries">Checks their queries.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public StoredBrandCatalog(IBrandStore store, IBrandQueryChecker queries, TimeProvider time, ILogger<StoredBrandCatalog> logger)
    {
        _store = store;
        _reader = new BrandDefinitionReader(queries);
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public BrandSnapshot Current => _last?.Brands ?? throw new InvalidOperationException("The brands are read from the store when the host starts, and were asked for before.");

    /// <inheritdoc/>
    public async ValueTask<BrandSnapshot> ReadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        // A look that begins after the call is new enough, whatever the caller's clock says.
        var asked = _time.GetUtcNow();
        var least = since < asked - Skew ? since + Skew : asked;
        if (_last is { } known && known.At >= least)
        {
            return known.Brands;
        }

        while (true)
        {
            TimeSpan wait;
            await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (_last is { } meanwhile && meanwhile.At >= least)
                {
                    return meanwhile.Brands;
                }

                wait = (_tried + LookSpacing - _time.GetUtcNow()) ?? TimeSpan.Zero;
                if (wait <= TimeSpan.Zero)
                {
                    return await ReadAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                _looking.Release();
            }

            // Nobody else is held up meanwhile; of all who wait here the first looks for the others.
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks whether the definitions have changed, now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The brands as they are now.</returns>
    /// <exception cref="Exception">The store could not be read; <see cref="Current"/> stays what it was.</exception>
    public async Task<BrandSnapshot> LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();

    // Only one at a time.
    private async Task<BrandSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var began = _time.GetUtcNow();
        _tried = began;
        try
        {
            var known = _last?.Brands;
            if (known is null || await _store.GetVersionAsync(cancellationToken).ConfigureAwait(false) != known.Version)
            {
                known = Take(await _store.ListAsync(cancellationToken).ConfigureAwait(false));
                ListeningMetrics.BrandsRead("changed");
                Log.Read(_logger, known.Version, known.Brands.Count, known.LeftOut.Count);
            }
            else
            {
                ListeningMetrics.BrandsRead("same");
            }

            _last = new Look(known, began);
            return known;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            ListeningMetrics.BrandsRead("failed");
            Log.Unreadable(_logger, _last?.Brands.Version ?? 0, failure);
            throw;
        }
    }

    private BrandSnapshot Take(StoredBrands stored)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (definition, version) in stored.Definitions)
        {
            entries[definition!.BrandId] = _entries.TryGetValue(definition.BrandId, out var known) && known.Version == version ? known : Read(definition, version);
        }

        _entries = entries;
        return new BrandSnapshot(
            entries.Values.Select(entry => entry.Brand).OfType<Brand>(),
            stored.Version,
            [.. entries.Where(entry => entry.Value.Brand is null).Select(entry => new BrandLeftOut(entry.Key, entry.Value.Errors))]);
    }

    private Entry Read(BrandDefinition definition, long version)
    {
        var (brand, errors) = _reader.Read(Encoding.UTF8.GetBytes(definition.Json), definition.BrandId);
        if (brand is null)
        {
            Log.LeftOut(_logger, definition.BrandId, version, errors.Count, errors[0].ToString());
        }

        return new Entry(version, brand, errors);
    }

    private sealed record Entry(long Version, Brand? Brand, IReadOnlyList<BrandFileError> Errors);

    private sealed record Look(BrandSnapshot Brands, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(8000, LogLevel.Information, "Brands read from the store, version {Version}: {Brands} listened for, {LeftOut} left out")]
        public static partial void Read(ILogger logger, long version, int brands, int leftOut);

        [LoggerMessage(8001, LogLevel.Warning, "The brands could not be read from the store; those of version {Version} stay in use until they can")]
        public static partial void Unreadable(ILogger logger, long version, Exception exception);

        [LoggerMessage(8002, LogLevel.Error, "Brand {BrandId} is not listened for: this version cannot read its definition (version {Version}, {Mistakes} mistake(s)): {First} Put a mended definition, or deploy the version that wrote it")]
        public static partial void LeftOut(ILogger logger, string brandId, long version, int mistakes, string first);
    }
}

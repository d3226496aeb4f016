using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>
/// Keeps the definitions of brands. One version counts the changes of all of them, so that whoever holds them sees by one cheap read
/// whether to read them again; a definition's own version is what that was at its last change, so that none is ever used twice,
/// not even for a brand that is deleted and made again.
/// </summary>
public interface IBrandStore
{
    /// <summary>The most brands.</summary>
    const int MaxBrands = 1_000;

    /// <summary>The most bytes of a definition, in UTF-8.</summary>
    const int MaxBytes = 64 * 1024;

    /// <summary>Expects that a definition is stored, of whatever version.</summary>
    const long AnyVersion = -1;

    /// <summary>Reads the version of all definitions: 0 for a store that nothing was ever put into, and higher after every change.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<long> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>Reads all definitions.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<StoredBrands> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads one definition.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The definition with its version; <see langword="null"/> and 0 when there is none.</returns>
    Task<Versioned<BrandDefinition>> GetAsync(string brandId, CancellationToken cancellationToken);

    /// <summary>Makes or replaces a definition. Putting what is stored already changes nothing.</summary>
    /// <param name="definition">The definition, of at most <see cref="MaxBytes"/>.</param>
    /// <param name="expectedVersion">The version that must be stored, 0 for none, or <see cref="AnyVersion"/>; <see langword="null"/> for whatever there is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The definition is too large.</exception>
    Task<BrandWrite> PutAsync(BrandDefinition definition, long? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Deletes a definition. What is stored of the brand's mentions stays.</summary>
    /// <param name="brandId">The brand.</param>
    /// <param name="expectedVersion">The version that must be stored, or <see cref="AnyVersion"/>; <see langword="null"/> for whatever there is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<BrandWrite> DeleteAsync(string brandId, long? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Tells whether <see cref="SeedAsync"/> has nothing to do any more: the store was filled, or something was put into it before.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> IsFilledAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Fills a store that nothing was ever put into. Of several instances that do so at once one wins; one that was interrupted is
    /// finished by the next call. A store whose brands were all deleted stays empty.
    /// </summary>
    /// <param name="definitions">The definitions of different brands, at most <see cref="MaxBrands"/>, each of at most <see cref="MaxBytes"/>.</param>
    /// <param name="cancellationToken">Cancels between writes.</param>
    /// <returns>Whether this call filled the store, or finished doing so.</returns>
    /// <exception cref="ArgumentException">They are too many, or one is too large.</exception>
    Task<bool> SeedAsync(IReadOnlyList<BrandDefinition> definitions, CancellationToken cancellationToken);
}

using SocialListening.Contracts;
using SocialListening.Storage;

namespace SocialListening.Functions.Tests.Brands;

/// <summary>A store of definitions that counts what is read of it, and fails when it is told to.</summary>
internal sealed class WatchedStore(IBrandStore inner) : IBrandStore
{
    private int _versions;
    private int _lists;

    public int Versions => Volatile.Read(ref _versions);

    public int Lists => Volatile.Read(ref _lists);

    public bool Down { get; set; }

    public Task<long> GetVersionAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _versions);
        return Answer(() => inner.GetVersionAsync(cancellationToken));
    }

    public Task<StoredBrands> ListAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lists);
        return Answer(() => inner.ListAsync(cancellationToken));
    }

    public Task<Versioned<BrandDefinition>> GetAsync(string brandId, CancellationToken cancellationToken) => Answer(() => inner.GetAsync(brandId, cancellationToken));

    public Task<BrandWrite> PutAsync(BrandDefinition definition, long? expectedVersion, CancellationToken cancellationToken) =>
        Answer(() => inner.PutAsync(definition, expectedVersion, cancellationToken));

    public Task<BrandWrite> DeleteAsync(string brandId, long? expectedVersion, CancellationToken cancellationToken) => Answer(() => inner.DeleteAsync(brandId, expectedVersion, cancellationToken));

    public Task<bool> IsFilledAsync(CancellationToken cancellationToken) => Answer(() => inner.IsFilledAsync(cancellationToken));

    public Task<bool> SeedAsync(IReadOnlyList<BrandDefinition> definitions, CancellationToken cancellationToken) => Answer(() => inner.SeedAsync(definitions, cancellationToken));

    private Task<T> Answer<T>(Func<Task<T>> answer) => Down ? Task.FromException<T>(new IOException("The store is down.")) : answer();
}

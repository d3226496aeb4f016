namespace SocialListening.Functions.Tests.Storage;

/// <summary>A suite of one storage port. A subclass gives the backend; each test has a store of its own.</summary>
public abstract class StorageSuite : IDisposable
{
    private readonly Lazy<IStorageBackend> _backend;

    protected StorageSuite() => _backend = new(Open);

    private protected IStorageBackend Backend => _backend.Value;

    public void Dispose()
    {
        if (_backend.IsValueCreated)
        {
            Backend.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract IStorageBackend Open();
}

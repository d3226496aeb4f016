using System.Collections;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>Features in a dictionary. Not thread-safe.</summary>
internal sealed class InvocationFeatures : IInvocationFeatures
{
    private readonly Dictionary<Type, object> _features = [];

    /// <inheritdoc/>
    public void Set<T>(T instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        _features[typeof(T)] = instance;
    }

    /// <inheritdoc/>
    public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

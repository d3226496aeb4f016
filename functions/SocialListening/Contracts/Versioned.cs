namespace SocialListening.Contracts;

/// <summary>A stored value with the version that optimistic concurrency compares.</summary>
/// <param name="Value">The value, or <see langword="null"/> when nothing is stored.</param>
/// <param name="Version">Its version; 0 when nothing is stored.</param>
public readonly record struct Versioned<T>(T? Value, long Version)
    where T : class;

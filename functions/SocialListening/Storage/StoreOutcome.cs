namespace SocialListening.Storage;

/// <summary>What storing a batch changed.</summary>
/// <param name="Added">Mentions that were new and are now counted.</param>
/// <param name="Updated">Mentions whose engagement was refreshed.</param>
/// <param name="Unchanged">Mentions that were known already.</param>
public readonly record struct StoreOutcome(int Added, int Updated, int Unchanged);

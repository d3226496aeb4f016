namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>A document of the tests.</summary>
internal sealed record Note(string Id, string Pk, double? N = null, string? Text = null, IReadOnlyList<string>? Tags = null, int? Ttl = null);

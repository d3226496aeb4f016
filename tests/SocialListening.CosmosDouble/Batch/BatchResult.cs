namespace SocialListening.CosmosDouble.Batch;

/// <summary>The result of one operation of a batch.</summary>
internal sealed record BatchResult(int Status, double Charge, int SubStatus = 0, string? ETag = null, ReadOnlyMemory<byte> Body = default, TimeSpan? RetryAfter = null);

using SocialListening.CosmosDouble.Batch;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>Batches to bytes and back.</summary>
public sealed class BatchCodecTests
{
    [Fact]
    public async Task Operations_WrittenAndRead_AreTheSame()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var operations = Enumerable.Range(0, random.Next(1, 100)).Select(_ => new BatchOperation
            {
                Kind = Enum.GetValues<BatchOperationKind>()[random.Next(6)],
                Key = Maybe(random),
                Id = Maybe(random),
                Body = Bytes(random),
                IfMatch = Maybe(random),
                IfNoneMatch = Maybe(random),
                Minimal = random.Next(2) == 0,
            }).ToList();

            var read = await BatchCodec.ReadOperationsAsync(await BatchCodec.WriteOperationsAsync(operations));

            Assert.Equal(operations.Select(Describe), read.Select(Describe));
        }
    }

    [Fact]
    public async Task Results_WrittenAndRead_AreTheSame()
    {
        var random = new Random(4);
        for (var round = 0; round < 50; round++)
        {
            var results = Enumerable.Range(0, random.Next(1, 100)).Select(_ => new BatchResult(
                random.Next(200, 500),
                random.Next(1, 900) / 10.0,
                random.Next(2) * 1001,
                Maybe(random),
                Bytes(random),
                random.Next(2) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(1, 9)))).ToList();

            var read = await BatchCodec.ReadResultsAsync(await BatchCodec.WriteResultsAsync(results));

            Assert.Equal(results.Select(Describe), read.Select(Describe));
        }
    }

    [Fact]
    public async Task Operations_Garbage_AreRefused() =>
        await Assert.ThrowsAsync<GatewayException>(() => BatchCodec.ReadOperationsAsync(new byte[] { 0x81, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }));

    private static string Describe(BatchOperation operation) =>
        $"{operation.Kind}|{operation.Key}|{operation.Id}|{Convert.ToHexString(operation.Body.Span)}|{operation.IfMatch}|{operation.IfNoneMatch}|{operation.Minimal}";

    private static string Describe(BatchResult result) =>
        $"{result.Status}|{result.Charge}|{result.SubStatus}|{result.ETag}|{Convert.ToHexString(result.Body.Span)}|{result.RetryAfter}";

    private static string? Maybe(Random random) => random.Next(3) == 0 ? null : "é" + new string('k', random.Next(1, 300));

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(4) * 200];
        random.NextBytes(bytes);
        return bytes;
    }
}

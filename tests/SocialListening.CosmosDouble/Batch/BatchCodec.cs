using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Core;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;
using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Batch;

/// <summary>Reads and writes batches: HybridRow records, by the schema that the SDK carries.</summary>
internal static class BatchCodec
{
    private const string SchemaResource = "Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json";

    private static readonly LayoutResolverNamespace Resolver = new(LoadSchema());
    private static readonly Layout OperationLayout = LayoutOf("BatchOperation");
    private static readonly Layout ResultLayout = LayoutOf("BatchResult");

    /// <summary>Reads the operations of a request.</summary>
    public static async Task<IReadOnlyList<BatchOperation>> ReadOperationsAsync(ReadOnlyMemory<byte> body)
    {
        var operations = new List<BatchOperation>();
        await ReadAsync(body, record => operations.Add(ReadOperation(record)));
        return operations;
    }

    /// <summary>Writes the results of a response.</summary>
    public static Task<byte[]> WriteResultsAsync(IReadOnlyList<BatchResult> results) => WriteAsync(results, ResultLayout, WriteResult);

    /// <summary>Writes operations as a client does.</summary>
    public static Task<byte[]> WriteOperationsAsync(IReadOnlyList<BatchOperation> operations) => WriteAsync(operations, OperationLayout, WriteOperation);

    /// <summary>Reads results as a client does.</summary>
    public static async Task<IReadOnlyList<BatchResult>> ReadResultsAsync(ReadOnlyMemory<byte> body)
    {
        var results = new List<BatchResult>();
        await ReadAsync(body, record => results.Add(ReadResult(record)));
        return results;
    }

    private static async Task ReadAsync(ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> take)
    {
        using var stream = new MemoryStream(body.ToArray());
        try
        {
            Check(await stream.ReadRecordIOAsync(
                (ReadOnlyMemory<byte> record) =>
                {
                    take(record);
                    return Result.Success;
                },
                null,
                new MemorySpanResizer<byte>(Math.Max(1, body.Length))));
        }
        catch (ContractViolationException unreadable)
        {
            throw GatewayException.BadRequest($"The batch payload is invalid: {unreadable.Message}");
        }
    }

    private static async Task<byte[]> WriteAsync<T>(IReadOnlyList<T> items, Layout layout, RowWriter.WriterFunc<T> write)
    {
        using var stream = new MemoryStream();
        var resizer = new MemorySpanResizer<byte>(1024);
        var result = await stream.WriteRecordIOAsync(default(Segment), (long index, out ReadOnlyMemory<byte> buffer) =>
        {
            buffer = default;
            if (index >= items.Count)
            {
                return Result.Success;
            }

            var row = new RowBuffer(resizer.Memory.Length, resizer);
            row.InitLayout(HybridRowVersion.V1, layout, Resolver);
            var written = RowWriter.WriteBuffer(ref row, items[(int)index], write);
            buffer = resizer.Memory[..row.Length].ToArray();
            return written;
        });
        Check(result);
        return stream.ToArray();
    }

    private static BatchOperation ReadOperation(ReadOnlyMemory<byte> record)
    {
        var operation = new BatchOperation();
        var row = Row(record);
        var reader = new RowReader(ref row);
        while (reader.Read())
        {
            switch ((string)reader.Path)
            {
                case "operationType":
                    Check(reader.ReadInt32(out var kind));
                    operation.Kind = (BatchOperationKind)kind;
                    break;
                case "partitionKey": operation.Key = ReadText(ref reader); break;
                case "id": operation.Id = ReadText(ref reader); break;
                case "resourceBody": operation.Body = ReadBytes(ref reader); break;
                case "ifMatch": operation.IfMatch = ReadText(ref reader); break;
                case "ifNoneMatch": operation.IfNoneMatch = ReadText(ref reader); break;
                case "minimalReturnPreference":
                    Check(reader.ReadBool(out var minimal));
                    operation.Minimal = minimal;
                    break;
            }
        }

        return operation;
    }

    private static BatchResult ReadResult(ReadOnlyMemory<byte> record)
    {
        var result = new BatchResult(0, 0);
        var row = Row(record);
        var reader = new RowReader(ref row);
        while (reader.Read())
        {
            switch ((string)reader.Path)
            {
                case "statusCode":
                    Check(reader.ReadInt32(out var status));
                    result = result with { Status = status };
                    break;
                case "subStatusCode":
                    Check(reader.ReadInt32(out var subStatus));
                    result = result with { SubStatus = subStatus };
                    break;
                case "eTag": result = result with { ETag = ReadText(ref reader) }; break;
                case "resourceBody": result = result with { Body = ReadBytes(ref reader) }; break;
                case "retryAfterMilliseconds":
                    Check(reader.ReadUInt32(out var wait));
                    result = result with { RetryAfter = TimeSpan.FromMilliseconds(wait) };
                    break;
                case "requestCharge":
                    Check(reader.ReadFloat64(out var charge));
                    result = result with { Charge = charge };
                    break;
            }
        }

        return result;
    }

    private static Result WriteOperation(ref RowWriter writer, TypeArgument type, BatchOperation operation)
    {
        Check(writer.WriteInt32("operationType", (int)operation.Kind));
        // 2 stands for a document.
        Check(writer.WriteInt32("resourceType", 2));
        WriteText(ref writer, "partitionKey", operation.Key);
        WriteText(ref writer, "id", operation.Id);
        WriteBytes(ref writer, "resourceBody", operation.Body);
        WriteText(ref writer, "ifMatch", operation.IfMatch);
        WriteText(ref writer, "ifNoneMatch", operation.IfNoneMatch);
        return operation.Minimal ? writer.WriteBool("minimalReturnPreference", true) : Result.Success;
    }

    private static Result WriteResult(ref RowWriter writer, TypeArgument type, BatchResult result)
    {
        Check(writer.WriteInt32("statusCode", result.Status));
        if (result.SubStatus != 0)
        {
            Check(writer.WriteInt32("subStatusCode", result.SubStatus));
        }

        WriteText(ref writer, "eTag", result.ETag);
        WriteBytes(ref writer, "resourceBody", result.Body);
        if (result.RetryAfter is { } wait)
        {
            Check(writer.WriteUInt32("retryAfterMilliseconds", (uint)wait.TotalMilliseconds));
        }

        return writer.WriteFloat64("requestCharge", result.Charge);
    }

    private static void WriteText(ref RowWriter writer, string path, string? text)
    {
        if (text is not null)
        {
            Check(writer.WriteString(path, text));
        }
    }

    private static void WriteBytes(ref RowWriter writer, string path, ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            Check(writer.WriteBinary(path, bytes.Span));
        }
    }

    private static string ReadText(ref RowReader reader)
    {
        Check(reader.ReadString(out string text));
        return text;
    }

    private static byte[] ReadBytes(ref RowReader reader)
    {
        Check(reader.ReadBinary(out byte[] bytes));
        return bytes;
    }

    private static RowBuffer Row(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        return row.ReadFrom(record.Span, HybridRowVersion.V1, Resolver) ? row : throw GatewayException.BadRequest("The batch payload is invalid.");
    }

    private static Layout LayoutOf(string schema) => Resolver.Resolve(Resolver.Namespace.Schemas.Find(item => item.Name == schema)!.SchemaId);

    private static Namespace LoadSchema()
    {
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream(SchemaResource)
            ?? throw new InvalidOperationException("The SDK carries no schema of batches.");
        using var reader = new StreamReader(stream);
        return Namespace.Parse(reader.ReadToEnd());
    }

    private static void Check(Result result)
    {
        if (result != Result.Success)
        {
            throw GatewayException.BadRequest($"The batch payload is invalid: {result}.");
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.CosmosDouble.Gateway;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Journal;

/// <summary>
/// Appends every commit to a file, one JSON line each, and builds an account up from such a file. A line that was cut off by a
/// kill is left out: its commit was not answered.
/// </summary>
internal sealed class FileJournal(string path) : IContainerJournal, IDisposable
{
    private readonly Lock _lock = new();
    private FileStream? _file;

    /// <summary>Replays the file, then opens it for appending.</summary>
    public void Load(DatabaseRequests databases, ContainerRequests containers)
    {
        var whole = 0L;
        if (File.Exists(path))
        {
            foreach (var line in File.ReadAllBytes(path).AsMemory() is var bytes ? Lines(bytes) : [])
            {
                Replay(JsonDocument.Parse(line).RootElement, databases, containers);
                whole += line.Length + 1;
            }
        }

        _file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _file.SetLength(whole);
        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>Records a new database.</summary>
    public void DatabaseAdded(string id) => Write(writer => writer.WriteString("db", id));

    /// <summary>Records a new or changed container.</summary>
    public void ContainerDefined(Database database, Container container) => Write(writer =>
    {
        writer.WriteString("db", database.Id);
        writer.WritePropertyName("container");
        container.Definition.WriteTo(writer);
    });

    /// <inheritdoc/>
    public void Append(Container container, IReadOnlyList<Change> changes)
    {
        if (changes.Count > 0)
        {
            Write(writer => WriteCommit(writer, container, changes));
        }
    }

    public void Dispose() => _file?.Dispose();

    private static void WriteCommit(Utf8JsonWriter writer, Container container, IReadOnlyList<Change> changes)
    {
        writer.WriteString("in", container.SelfLink);
        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("key", change.Key.ToString());
            writer.WriteString("id", change.Id);
            if (change.After is { } document)
            {
                writer.WriteNumber("lsn", document.Lsn);
                writer.WritePropertyName("body");
                writer.WriteRawValue(document.Body, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        for (var end = bytes.Span.IndexOf((byte)'\n'); end >= 0; end = bytes.Span.IndexOf((byte)'\n'))
        {
            yield return bytes[..end];
            bytes = bytes[(end + 1)..];
        }
    }

    private static void Replay(JsonElement line, DatabaseRequests databases, ContainerRequests containers)
    {
        if (line.TryGetProperty("in", out var link))
        {
            var container = containers.Find(link.GetString()!.Split('/')[1], link.GetString()!.Split('/')[3]);
            foreach (var change in line.GetProperty("changes").EnumerateArray())
            {
                Restore(container, change);
            }

            return;
        }

        var database = databases.Ensure(line.GetProperty("db").GetString()!);
        if (line.TryGetProperty("container", out var definition))
        {
            var given = JsonNode.Parse(definition.GetRawText())!.AsObject();
            if (database.Containers.TryGetValue(given["id"]!.GetValue<string>(), out var known))
            {
                known.Define(given);
            }
            else
            {
                containers.Add(database, given);
            }
        }
    }

    private static void Restore(Container container, JsonElement change)
    {
        var (key, id) = (KeyValue.Parse(change.GetProperty("key").GetString()!), change.GetProperty("id").GetString()!);
        if (!change.TryGetProperty("body", out var body))
        {
            container.Restore(key, id, null);
            return;
        }

        container.Restore(key, id, new(
            id,
            key,
            JsonSerializer.SerializeToUtf8Bytes(body, RawJson.Options),
            body.GetProperty("_rid").GetString()!,
            body.GetProperty("_etag").GetString()!,
            body.GetProperty("_ts").GetInt64(),
            DocumentBody.From(body).TimeToLive,
            change.GetProperty("lsn").GetInt64()));
    }

    private void Write(Action<Utf8JsonWriter> write)
    {
        var line = Json.Write(writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        });
        lock (_lock)
        {
            _file!.Write(line);
            _file.WriteByte((byte)'\n');
            // To the operating system, so that a killed process leaves whole commits behind.
            _file.Flush();
        }
    }
}

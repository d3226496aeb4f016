using System.Text.Json;
using SocialListening.Storage;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>Keeps each timer's status in a small JSON file, replaced as a whole.</summary>
/// <param name="folder">The folder; made when needed.</param>
internal sealed class FileTimerStatusStore(string folder) : ITimerStatusStore
{
    /// <inheritdoc/>
    public async Task<TimerStatus?> GetAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var stream = File.OpenRead(path);
            await using (stream.ConfigureAwait(false))
            {
                return await JsonSerializer.DeserializeAsync<TimerStatus>(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"'{path}' holds no timer status; delete it to start the timer afresh.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string name, TimerStatus status, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(name);
        await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(status), cancellationToken).ConfigureAwait(false);
        File.Move(path + ".new", path, overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(folder, $"{name}.status.json");
}

using System.Diagnostics;
using SocialListening.Functions.Embedded;
using SocialListening.Queues;

namespace SocialListening.Benchmarks.Storage;

/// <summary>One round of messages of the largest size through a queue in a new file.</summary>
internal static class QueueRound
{
    private const int WorkedOnAtOnce = 16;

    /// <summary>Sends messages one by one, receives them in sixteens and deletes each.</summary>
    /// <param name="path">The file.</param>
    /// <param name="messages">How many.</param>
    /// <param name="cancellationToken">Cancels the round.</param>
    /// <returns>Messages per second, all three steps together.</returns>
    public static async Task<double> RunAsync(string path, int messages, CancellationToken cancellationToken)
    {
        using var database = SqliteDatabase.Open(path, fresh: false);
        var queue = new SqliteQueueTransport(database, TimeProvider.System);
        var text = new string('Q', QueueRules.MaxTextBytes);
        var started = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < messages; sent += WorkedOnAtOnce)
        {
            for (var i = 0; i < WorkedOnAtOnce; i++)
            {
                await queue.SendAsync("mentions", [text], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            }

            foreach (var message in await queue.ReceiveAsync("mentions", WorkedOnAtOnce, TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false))
            {
                await queue.DeleteAsync("mentions", message, cancellationToken).ConfigureAwait(false);
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var left = (await queue.GetDepthAsync("mentions", cancellationToken).ConfigureAwait(false)).Messages;
        return left == 0 ? messages / elapsed : throw new InvalidOperationException($"{left} messages were left in the queue.");
    }
}

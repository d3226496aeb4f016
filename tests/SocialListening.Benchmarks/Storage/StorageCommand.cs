using System.CommandLine;

namespace SocialListening.Benchmarks.Storage;

/// <summary>
/// <c>storage</c>: how fast the embedded storage keeps mentions, against storing them one by one in the same run, and how fast
/// its queues are. Each round uses new files; the two ways take turns to go first.
/// </summary>
internal static class StorageCommand
{
    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "Mentions stored per round.", DefaultValueFactory = _ => 50_000 };
        var batch = new Option<int>("--batch") { Description = "Mentions per transaction.", DefaultValueFactory = _ => 250 };
        var single = new Option<int>("--single") { Description = "Mentions stored one by one per round.", DefaultValueFactory = _ => 10_000 };
        var messages = new Option<int>("--messages") { Description = "Queue messages per round.", DefaultValueFactory = _ => 4_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the median is printed.", DefaultValueFactory = _ => 5 };
        var command = new Command("storage", "Measures the embedded storage and its queues.") { mentions, batch, single, messages, rounds };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(mentions),
            parsed.GetValue(batch),
            parsed.GetValue(single),
            parsed.GetValue(messages),
            parsed.GetValue(rounds),
            cancellationToken));
        return command;
    }

    private static async Task RunAsync(int mentions, int batch, int single, int messages, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sociallistening-bench-");
        try
        {
            var batched = new List<MentionRound>();
            var naive = new List<MentionRound>();
            var queues = new List<double>();
            for (var round = -1; round < rounds; round++)
            {
                // The first round warms the code up and is not counted.
                var warmUp = round < 0;
                async Task Measure(List<MentionRound> into, int count, int size, string name)
                {
                    var result = await MentionRound.RunAsync(Path.Combine(folder.FullName, $"{name}{round}.db"), count, size, cancellationToken).ConfigureAwait(false);
                    into.AddRange(warmUp ? [] : [result]);
                }

                var naiveFirst = round % 2 == 0;
                if (naiveFirst)
                {
                    await Measure(naive, single, 1, "single").ConfigureAwait(false);
                }

                await Measure(batched, mentions, batch, "batch").ConfigureAwait(false);
                if (!naiveFirst)
                {
                    await Measure(naive, single, 1, "single").ConfigureAwait(false);
                }

                var rate = await QueueRound.RunAsync(Path.Combine(folder.FullName, $"queue{round}.db"), messages, cancellationToken).ConfigureAwait(false);
                queues.AddRange(warmUp ? [] : [rate]);
            }

            Print($"mentions stored/s, batches of {batch}", batched.Select(result => result.StoredPerSecond));
            Print("mentions stored/s, one by one", naive.Select(result => result.StoredPerSecond));
            Print("times faster, paired by round", batched.Zip(naive, (ours, theirs) => ours.StoredPerSecond / theirs.StoredPerSecond));
            Print("known mentions stored again/s", batched.Select(result => result.RepeatedPerSecond));
            Print("bytes on disk per 1,000 mentions", batched.Select(result => result.BytesPerThousand));
            Print("bytes of JSON per 1,000 mentions", batched.Select(result => result.JsonBytesPerThousand));
            Print("mentions read/s, pages of 100", batched.Select(result => result.ReadPerSecond));
            Print("queue messages/s (48 KiB: send, receive, delete)", queues);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(string what, IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        Console.WriteLine($"{what,-50} median {sorted[sorted.Length / 2],12:N1}   from {sorted[0],12:N1} to {sorted[^1],12:N1}");
    }
}

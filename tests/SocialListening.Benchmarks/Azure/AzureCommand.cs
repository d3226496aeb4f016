using System.CommandLine;
using SocialListening.Contracts;

namespace SocialListening.Benchmarks.Azure;

/// <summary><c>azure</c>: how fast the app as a process scores and stores what waits in a storage queue, and in how much memory, against one mention a message.</summary>
internal static class AzureCommand
{
    private const string Emulator = "SOCIALLISTENING_AZURITE";

    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "Mentions of a round.", DefaultValueFactory = _ => 50_000 };
        var batch = new Option<int>("--batch") { Description = "Mentions in a message.", DefaultValueFactory = _ => MentionBatchCodec.MaxMentions };
        var single = new Option<int>("--single") { Description = "Mentions of a round with one in a message.", DefaultValueFactory = _ => 3_000 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the median is printed.", DefaultValueFactory = _ => 3 };
        var command = new Command("azure", $"Measures the app on the queue emulator of {Emulator} and the doubled Cosmos DB account.") { mentions, batch, single, rounds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var connection = Environment.GetEnvironmentVariable(Emulator);
            if (string.IsNullOrEmpty(connection))
            {
                await Console.Error.WriteLineAsync($"Start the queue emulator first (`. .ci/azurite`), or name one in {Emulator}.");
                return 1;
            }

            await RunAsync(connection, parsed.GetValue(mentions), parsed.GetValue(batch), parsed.GetValue(single), Math.Max(1, parsed.GetValue(rounds)), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(string connection, int mentions, int batch, int single, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sociallistening-bench-");
        try
        {
            var packed = new List<AzureRound>();
            var alone = new List<AzureRound>();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var inMessage in round % 2 == 0 ? new[] { batch, 1 } : [1, batch])
                {
                    (inMessage == 1 ? alone : packed).Add(await AzureRound.RunAsync(folder.FullName, connection, inMessage == 1 ? single : mentions, inMessage, cancellationToken));
                }
            }

            Console.WriteLine($"{"median of rounds",-44} {$"{batch} a message",16} {"one a message",16}");
            Print("mentions/s, storage queue to Cosmos DB", packed, alone, round => round.PerSecond);
            Print("CPU of the app per mention, µs", packed, alone, round => round.CpuMicrosecondsPerMention);
            Print("peak working set of the app, MB", packed, alone, round => round.PeakMegabytes);
            Print("Cosmos DB requests per 1,000 mentions", packed, alone, round => round.RequestsPerThousand);
            Print("messages sent/s, one after the other", packed, alone, round => round.SendsPerSecond);
            Console.WriteLine($"rounds: {string.Join(", ", packed.Select(round => $"{round.PerSecond:N0}/s"))}; load average {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}");
            Console.WriteLine(
                $"Measured: the app as a process of its own, from the first transaction to the last, {mentions:N0} new mentions of three brands; the queue emulator and the doubled account (in this process) share the machine. "
                + $"One a message: {single:N0} mentions. Not included: start, collecting, matching, network.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(string what, List<AzureRound> packed, List<AzureRound> alone, Func<AzureRound, double> figure) =>
        Console.WriteLine($"{what,-44} {Median(packed.Select(figure)),16:N0} {Median(alone.Select(figure)),16:N0}");

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

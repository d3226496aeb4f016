namespace SocialListening.Benchmarks.Pipeline;

/// <summary>Every round, as written by <c>--out</c>.</summary>
internal sealed record PipelineReport(
    IReadOnlyList<PipelineRound> Batched,
    IReadOnlyList<PipelineRound> OneByOne,
    double PeakMegabytes,
    IReadOnlyList<double> StartSeconds,
    string LoadBefore,
    string LoadAfter)
{
    public void Print()
    {
        Console.WriteLine($"{"median of rounds",-52} {"batched",14} {"one by one",14} {"ratio",8}");
        Row("mentions/s through the whole pipeline", round => round.PerSecond);
        Row("CPU time per mention, µs", round => round.CpuMicrosecondsPerMention);
        Row("allocated bytes per mention", round => round.AllocatedBytesPerMention);
        Row("file bytes per 1,000 stored mentions", round => round.FileBytesPerThousandStored);
        Row("queue bytes per 1,000 mentions", round => round.QueueBytesPerThousand);
        Row("queue + storage operations per 1,000 mentions", round => round.OperationsPerThousand);
        Row("  queue sends", round => round.SendsPerThousand);
        Row("  queue receives", round => round.ReceivesPerThousand);
        Row("  queue deletes", round => round.DeletesPerThousand);
        Row("  transactions of mentions with rollups", round => round.MentionTransactionsPerThousand);
        Row("  transactions of coverage and source states", round => round.OtherTransactionsPerThousand);
        Console.WriteLine($"{"peak working set of this process, MB",-52} {PeakMegabytes,14:N0}");
        if (StartSeconds.Count > 0)
        {
            Console.WriteLine($"{"process start to first function call, s",-52} {Median(StartSeconds),14:N2}   ({StartSeconds.Min():N2} to {StartSeconds.Max():N2})");
        }

        Console.WriteLine($"batched rounds: {string.Join(", ", Batched.Select(round => $"{round.PerSecond:N0}/s ({round.DetectSeconds:N1} s of it detection)"))}; load average {LoadBefore} before, {LoadAfter} after");
        Console.WriteLine(
            $"Measured: {Batched[0].Mentions:N0} posts made of the bundled replay's texts, {Batched[0].Mentions - Batched[0].Stored:N0} of them repeats from another source, by a connector in this process; "
            + "ordering of polls, collecting, matching, pseudonyms, packing, SQLite queues with the in-process host's pumps, scoring, mentions with rollups in SQLite, and spike detection once at the end. "
            + $"Not included: network, host start, HTTP API, notification. One by one: the same code with one mention a page, message and transaction, {OneByOne[0].Mentions:N0} posts. A warm-up round of each is not counted; rounds take turns to go first.");
    }

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private void Row(string what, Func<PipelineRound, double> figure)
    {
        var (ours, theirs) = (Median(Batched.Select(figure)), Median(OneByOne.Select(figure)));
        Console.WriteLine($"{what,-52} {ours,14:N1} {theirs,14:N1} {Median(Batched.Zip(OneByOne, (a, b) => figure(a) / figure(b))),8:N2}");
    }
}

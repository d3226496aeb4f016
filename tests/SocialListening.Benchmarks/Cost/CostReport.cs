namespace SocialListening.Benchmarks.Cost;

/// <summary>Every figure, as written by <c>--out</c>.</summary>
internal sealed record CostReport(
    IReadOnlyList<CostLine> Lines, LanguageCount LanguageBatched, LanguageCount LanguageOneByOne, int Texts, CostPrices Prices, double PeakMegabytes, string Queue, string Load)
{
    public void Print()
    {
        Console.WriteLine($"{"mentions a day (sources, cadence)",-34} {"way",-6} {"queue/1,000",12} {"Cosmos/1,000",13} {"RU/1,000",10} {"mentions/s",11}");
        foreach (var line in Lines)
        {
            Row($"{line.Load.PerDay:N0} ({line.Load.Sources}, {line.Load.CadenceMinutes} min)", "own", line.Own);
            Row($"  {line.Load.PerPoll} a poll", "naive", line.Naive);
            Console.WriteLine($"{"",-34} {"ratio",-6} {line.QueueRatio,12:N1} {line.CosmosRatio,13:N1} {line.Naive.RequestUnitsPerThousand / line.Own.RequestUnitsPerThousand,10:N1} {line.Own.PerSecond / line.Naive.PerSecond,11:N1}");
        }

        Console.WriteLine();
        Console.WriteLine("a day without a single mention, and what mentions cost beyond it");
        Console.WriteLine($"{"mentions a day (sources, cadence)",-34} {"queue/day",11} {"Cosmos/day",11} {"RU/day",12} {"$/day",8} {"queue/1,000",12} {"Cosmos/1,000",13}");
        foreach (var line in Lines)
        {
            var still = line.Own.Fixed;
            var thousands = line.Load.PerPoll * line.Load.PollsPerDay / 1_000;
            var dollars = Prices.QueueCalls(still.QueueCalls + line.LooksPerDay) + Prices.RequestUnits(still.RequestUnits);
            Console.WriteLine(CostServices.Text(
                $"{$"{line.Load.PerDay:N0} ({line.Load.Sources}, {line.Load.CadenceMinutes} min)",-34} {still.QueueCalls,11:N0} {still.CosmosCalls,11:N0} {still.RequestUnits,12:N0} {dollars,8:N2} {line.Own.QueueCallsPerThousand - (still.QueueCalls / thousands),12:N1} {line.Own.CosmosCallsPerThousand - (still.CosmosCalls / thousands),13:N1}"));
        }

        Console.WriteLine();
        Console.WriteLine($"language service for {Texts:N0} texts: {LanguageBatched.Calls:N0} calls and {LanguageBatched.Records:N0} records in tens, {LanguageOneByOne.Calls:N0} calls and {LanguageOneByOne.Records:N0} records one by one");
        Console.WriteLine($"peak working set of this process, the doubled account and its documents included: {PeakMegabytes:N0} MB; queue: {Queue}; load average {Load}");
        Console.WriteLine();
        Console.WriteLine($"bill per million mentions, US dollars: {Prices.QueueCalls10K} for 10,000 queue calls, {Prices.RequestUnitsMillion} for a million RU (serverless), {Prices.LanguageRecordsThousand} for 1,000 text records, in {Prices.Region} ({Prices.AsOf}; {Prices.Source})");
        Console.WriteLine("| mentions a day | queue calls | looks at empty queues | Cosmos DB | language, every text | naive: queue calls | naive: Cosmos DB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var line in Lines)
        {
            Console.WriteLine(
                $"| {line.Load.PerDay:N0} | {Dollars(Prices.QueueCalls(line.Own.QueueCallsPerThousand * 1_000))} | {Dollars(Prices.QueueCalls(line.LooksPerMillion))} | "
                + $"{Dollars(Prices.RequestUnits(line.Own.RequestUnitsPerThousand * 1_000))} | {Dollars(Prices.LanguageRecords(LanguageBatched.Records * 1_000_000.0 / Texts))} | "
                + $"{Dollars(Prices.QueueCalls(line.Naive.QueueCallsPerThousand * 1_000))} | {Dollars(Prices.RequestUnits(line.Naive.RequestUnitsPerThousand * 1_000))} |");
        }

        Console.WriteLine();
        Console.WriteLine(
            "Measured: the product's polls, collecting, matching, packing, scoring, storing and judging, of 30 sources at most, over the queue SDK against an emulator and the Cosmos SDK against the doubled account, after a tick that makes what is missing. "
            + "Naive: a message, a document and a counter update for each mention, without watermarks, coverage, detection and protection from double counting. "
            + "Request units follow the double's model, not the service's: good to compare. Not in the bill: compute, storage, network, monitoring.");
    }

    private static string Dollars(double amount) => CostServices.Text($"{amount:N2}");

    private static void Row(string what, string way, CostRound round) =>
        Console.WriteLine($"{what,-34} {way,-6} {round.QueueCallsPerThousand,12:N1} {round.CosmosCallsPerThousand,13:N1} {round.RequestUnitsPerThousand,10:N0} {round.PerSecond,11:N0}");
}

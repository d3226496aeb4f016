using System.Diagnostics;
using System.Globalization;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Insights;
using SocialListening.Notifiers;
using SocialListening.Storage;

namespace SocialListening.Functions.Terminal;

/// <summary>Prints what a run came to: counts by brand, alerts, sources.</summary>
internal sealed class RunSummary(IBrandCatalog catalog, IRollupReader rollups, IAlertStore alerts, HealthReport health, RunConsole console, TimeProvider time)
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task PrintAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        console.EndProgress();
        console.WriteLine(string.Empty);
        Brand[] brands = [.. catalog.Current.Brands.Values.OrderBy(brand => brand.Id, StringComparer.Ordinal)];
        var counts = await CountAsync(brands, cancellationToken);
        console.WriteTable(["brand", "mentions", "negative", "neutral", "positive", "reposts", "alerts"], [.. counts]);
        console.WriteLine(string.Empty);
        await PrintAlertsAsync(brands, cancellationToken);
        await PrintHealthAsync(cancellationToken);
        using var process = Process.GetCurrentProcess();
        console.WriteLine(Invariant($"Done in {elapsed.TotalSeconds:F1} s; peak memory {process.PeakWorkingSet64 / 1024 / 1024} MB."));
    }

    private async Task<List<string[]>> CountAsync(Brand[] brands, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        foreach (var brand in brands)
        {
            var documents = await rollups.ListAsync(brand.Id, Earliest, time.GetUtcNow().AddDays(1), cancellationToken);
            var raised = await alerts.ListAsync(brand.Id, null, 1_000, cancellationToken);
            rows.Add([
                brand.Name,
                Number(documents.Sum(document => document.Total)),
                Number(documents.Sum(document => document.Negative)),
                Number(documents.Sum(document => document.Neutral)),
                Number(documents.Sum(document => document.Positive)),
                Number(documents.Sum(document => document.Reposts)),
                Number(raised.Count),
            ]);
        }

        return rows;
    }

    private async Task PrintAlertsAsync(Brand[] brands, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        foreach (var brand in brands)
        {
            foreach (var alert in (await alerts.ListAsync(brand.Id, null, 1_000, cancellationToken)).OrderBy(alert => alert.OnsetUtc))
            {
                rows.Add([
                    brand.Name,
                    AlertText.What(alert, brand),
                    AlertText.SeverityOf(alert),
                    alert.OnsetUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z",
                    AlertText.Span(alert.DetectedAtUtc - alert.OnsetUtc),
                    alert.Status == AlertStatus.Open ? "open" : AlertText.Span((alert.EndedAtUtc ?? alert.UpdatedAtUtc) - alert.OnsetUtc),
                ]);
            }
        }

        if (rows.Count > 0)
        {
            console.WriteTable(["brand", "alert", "severity", "began", "found after", "lasted"], rows);
            console.WriteLine(string.Empty);
        }
    }

    private async Task PrintHealthAsync(CancellationToken cancellationToken)
    {
        var report = await health.MakeAsync(cancellationToken);
        foreach (var source in report.Sources.Where(source => source.Error is not null))
        {
            console.WriteLine($"{source.SourceId}: {source.Status}: {source.Error}");
        }

        foreach (var queue in report.Queues.Where(queue => queue.Poisoned > 0))
        {
            console.WriteLine(Invariant($"{queue.Poisoned} message(s) were put aside in '{queue.Queue}{QueueNames.PoisonSuffix}'."));
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

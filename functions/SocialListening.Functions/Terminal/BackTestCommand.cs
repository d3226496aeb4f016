using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Spikes.Running;
using SocialListening.Storage;
using SocialListening.Timing;

namespace SocialListening.Functions.Terminal;

/// <summary><c>backtest --brand ID [--days N] [--sensitivity low|normal|high]</c>: lists the alerts that a brand would have had.</summary>
/// <param name="Brand">The brand's id; <see langword="null"/> for every brand.</param>
/// <param name="Days">How many days back, 1 to 366.</param>
/// <param name="Sensitivity">The sensitivity to try; <see langword="null"/> for the brand's own.</param>
internal sealed record BackTestCommand(string? Brand, int Days, AlertSensitivity? Sensitivity)
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "backtest";

    private static readonly string[] Options = ["--brand", "--days", "--sensitivity"];

    /// <summary>Takes the command's own options out of the arguments; the others are settings.</summary>
    /// <param name="arguments">The arguments after the command's name.</param>
    /// <param name="settings">What is left.</param>
    /// <param name="problem">What is wrong and what to do; empty when nothing is.</param>
    public static BackTestCommand? Read(IReadOnlyList<string> arguments, out string[] settings, out string problem)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Options.Contains(arguments[i]))
            {
                rest.Add(arguments[i]);
            }
            else if (++i < arguments.Count)
            {
                values[arguments[i - 1]] = arguments[i];
            }
        }

        settings = [.. rest];
        problem = string.Empty;
        AlertSensitivity? sensitivity = null;
        if (values.TryGetValue("--sensitivity", out var named))
        {
            if (!Enum.TryParse<AlertSensitivity>(named, ignoreCase: true, out var parsed) || char.IsDigit(named[0]))
            {
                problem = $"'{named}' is no sensitivity. Use low, normal or high.";
            }

            sensitivity = parsed;
        }

        if (!int.TryParse(values.GetValueOrDefault("--days", "30"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 366)
        {
            problem = "'--days' has to be a whole number from 1 to 366.";
        }

        return problem.Length == 0 ? new BackTestCommand(values.GetValueOrDefault("--brand"), days, sensitivity) : null;
    }

    /// <summary>Runs it over what is stored and prints a table.</summary>
    /// <param name="services">The product, not started.</param>
    /// <param name="cancellationToken">Stops between buckets.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var console = services.GetRequiredService<RunConsole>();
        var brands = (await services.GetRequiredService<IBrandCatalog>().ReadSinceAsync(default, cancellationToken)).Brands;
        if (Brand is not null && !brands.ContainsKey(Brand))
        {
            console.WriteLine($"There is no brand '{Brand}'. Known are {string.Join(", ", brands.Keys.Order(StringComparer.Ordinal))}.");
            return 1;
        }

        var to = await EndAsync(services, cancellationToken);
        var test = services.GetRequiredService<BackTest>();
        var rows = new List<string[]>();
        foreach (var brand in brands.Values.Where(brand => Brand is null || brand.Id == Brand).OrderBy(brand => brand.Id, StringComparer.Ordinal))
        {
            var report = await test.RunAsync(brand.Id, to.AddDays(-Days), to, Sensitivity, cancellationToken);
            console.WriteLine(Invariant($"{brand.Name}: {report.Alerts.Count} {(report.Alerts.Count == 1 ? "alert" : "alerts")} in {Days} days to {to:yyyy-MM-dd HH:mm}Z at sensitivity {report.Sensitivity.ToString().ToLowerInvariant()}; {report.Buckets:N0} buckets judged{LearntFrom(report)}."));
            rows.AddRange(report.Alerts.Select(alert => Row(brand, alert)));
        }

        if (rows.Count > 0)
        {
            console.WriteLine(string.Empty);
            console.WriteTable(["brand", "alert", "severity", "began", "found after", "lasted", "observed", "expected", "once in days"], rows);
        }

        return 0;
    }

    // The replay's clock stands where its last run stopped.
    private static async Task<DateTimeOffset> EndAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<TimeProvider>();
        return time is VirtualTimeProvider && await services.GetRequiredService<IReplayPositionStore>().GetAsync(cancellationToken) is { } position
            ? position
            : time.GetUtcNow();
    }

    private static string LearntFrom(BackTestReport report) => report.LearntFrom is { } start
        ? Invariant($", learning from {start:yyyy-MM-dd} on")
        : "; nothing was collected";

    private static string[] Row(Brand brand, Alert alert) =>
    [
        brand.Name,
        AlertText.What(alert, brand),
        AlertText.SeverityOf(alert),
        Invariant($"{alert.OnsetUtc:yyyy-MM-dd HH:mm}Z"),
        AlertText.Span(alert.DetectedAtUtc - alert.OnsetUtc),
        alert.Status == AlertStatus.Open ? "open" : AlertText.Span((alert.EndedAtUtc ?? alert.UpdatedAtUtc) - alert.OnsetUtc),
        Invariant($"{alert.Observed:N0}"),
        Invariant($"{alert.Expected:N1}"),
        Invariant($"{alert.ReturnPeriodDays:N0}"),
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

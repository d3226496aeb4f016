using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Benchmarks.Sentiment.Evaluation;
using SocialListening.Benchmarks.Sentiment.Sample;
using SocialListening.Functions.Azure.Language;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Language;

namespace SocialListening.Benchmarks.Sentiment;

/// <summary><c>sentiment sample</c>: figures on somebody's own labelled CSV, and what the cascade would do and cost on it.</summary>
internal static class SampleCommand
{
    private const int FaultsShown = 20;
    private const int Seed = 20261122;
    private const string KeyVariable = "AZURE_LANGUAGE_KEY";

    // The file is read by programs and people, never put into a page.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command.</summary>
    internal static Command Create()
    {
        var data = new Option<FileInfo>("--data")
        {
            Description = "A CSV file (comma, semicolon or tab; UTF-8 or Windows-1252) with a text and a label in each row.",
            Required = true,
        };
        var text = new Option<string?>("--text-column") { Description = "Heading or number (from 1) of the text; found by its usual names when not given." };
        var label = new Option<string?>("--label-column") { Description = $"The same for the label: {SampleLabels.Accepted}." };
        var languageColumn = new Option<string?>("--language-column") { Description = "The same for the language, an ISO 639-1 code; it may be missing." };
        var language = new Option<string?>("--language") { Description = "The language of all rows; detected when neither it nor a column is given." };
        var price = new Option<double?>("--price") { Description = "Price of 1,000 text records of the language service." };
        var priceDate = new Option<string?>("--price-date") { Description = "The day of the price list, for the printout. Default today." };
        var currency = new Option<string>("--currency") { Description = "Currency of the price.", DefaultValueFactory = _ => "USD" };
        var budget = new Option<double?>("--budget") { Description = "The most to spend on 1,000 texts, in the same currency. Needs --price." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Leave bad rows out instead of stopping." };
        var model = new Option<FileInfo?>("--model") { Description = "Another model than the embedded one." };
        var target = new Option<FileInfo?>("--out") { Description = "Write the report as JSON." };
        var endpoint = new Option<Uri?>("--azure-endpoint")
        {
            Description = $"Ask Azure AI Language too, which is billed: its address. The key is read from the environment variable {KeyVariable}.",
        };
        var command = new Command("sample", "Judge the scorer on your own labelled CSV, and see what the cascade would send and cost.")
        {
            data, text, label, languageColumn, language, price, priceDate, currency, budget, skip, model, endpoint, target,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(language) is { } code && LanguageTable.IndexOf(code) < 0)
            {
                result.AddError($"'{code}' is not a language that the scorer knows: {string.Join(", ", LanguageTable.Codes)}.");
            }

            if (result.GetValue(price) is < 0 || result.GetValue(budget) is < 0)
            {
                result.AddError("A price or a budget is 0 or more.");
            }

            if (result.GetValue(endpoint) is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(KeyVariable)))
            {
                result.AddError($"--azure-endpoint needs a key in the environment variable {KeyVariable}.");
            }

            if (result.GetValue(budget) is not null && result.GetValue(price) is null)
            {
                result.AddError("A budget needs --price.");
            }
        });
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                var file = result.GetRequiredValue(data);
                var sample = SampleFile.Read(
                    file.FullName, result.GetValue(text), result.GetValue(label), result.GetValue(languageColumn), result.GetValue(language));
                if (!Accept(sample, result.GetValue(skip)))
                {
                    return 2;
                }

                var cost = result.GetValue(price) is { } amount
                    ? new SamplePrice(amount, result.GetValue(currency)!, result.GetValue(priceDate) ?? $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}")
                    : null;
                var scorer = ScorerSource.Open(result.GetValue(model));
                var service = result.GetValue(endpoint) is { } address
                    ? await AskAsync(address, scorer, sample.Rows, cancellationToken).ConfigureAwait(false)
                    : null;
                var report = SampleRun.Judge(file.Name, sample, scorer, service, cost, result.GetValue(budget), Seed);
                SamplePrinter.Write(report, Console.Out);
                if (result.GetValue(target) is { } path)
                {
                    File.WriteAllText(path.FullName, JsonSerializer.Serialize(report, Json));
                }

                return 0;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }
        });
        return command;
    }

    private static async Task<IReadOnlyList<SampleAnswer?>> AskAsync(
        Uri address, EmbeddedScorer scorer, IReadOnlyList<SampleRow> rows, CancellationToken cancellationToken)
    {
        var options = new LanguageOptions { Endpoint = address.ToString() };
        var client = new TextAnalyticsClient(
            address,
            new AzureKeyCredential(Environment.GetEnvironmentVariable(KeyVariable)!),
            LanguageRegistration.ClientOptions(options, TimeProvider.System));
        var service = new AzureLanguageService(client, options, TimeProvider.System, NullLogger<AzureLanguageService>.Instance);
        var shown = 0;
        return await SampleService.AskAsync(
            service,
            rows,
            [.. rows.Select(row => SampleRun.Answer(scorer, row))],
            fault =>
            {
                if (shown++ < FaultsShown)
                {
                    Console.Error.WriteLine(fault);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static bool Accept(SampleFile sample, bool skipsBadRows)
    {
        foreach (var fault in sample.Faults.Take(FaultsShown))
        {
            Console.Error.WriteLine(fault);
        }

        if (sample.Faults.Count > FaultsShown)
        {
            Console.Error.WriteLine($"… and {sample.Faults.Count - FaultsShown} more bad rows.");
        }

        if (sample.Rows.Count == 0)
        {
            Console.Error.WriteLine("The file has no sound row.");
            return false;
        }

        if (sample.Faults.Count > 0 && !skipsBadRows)
        {
            Console.Error.WriteLine($"{sample.Faults.Count} bad rows; mend them, or leave them out with --skip-bad-rows.");
            return false;
        }

        return true;
    }
}

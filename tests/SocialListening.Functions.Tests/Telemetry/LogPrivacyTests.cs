using Microsoft.Extensions.Logging;
using SocialListening.Functions.Telemetry;
using SocialListening.Functions.Tests.Telemetry.AzureMonitor;

namespace SocialListening.Functions.Tests.Telemetry;

public sealed partial class LogPrivacyTests
{
    [Fact]
    public async Task Failure_ThatQuotesAPost_IsSentWithTypesAndStackOnly()
    {
        var sent = await SentAsync("SocialListening.Scoring", logger =>
        {
            try
            {
                throw new InvalidOperationException("the post said: bonjour", new TimeoutException("https://host/?code=secret"));
            }
            catch (InvalidOperationException failure)
            {
                Log.Failed(logger, 42, failure);
            }
        });

        Assert.Contains("System.InvalidOperationException \\u003C System.TimeoutException", sent, StringComparison.Ordinal);
        Assert.Contains(nameof(Failure_ThatQuotesAPost_IsSentWithTypesAndStackOnly), sent, StringComparison.Ordinal);
        Assert.Contains("Batch 42 failed", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("bonjour", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfALibrary_KeepsItsTemplateAndLosesItsValues()
    {
        var sent = await SentAsync("Microsoft.AspNetCore.Hosting.Diagnostics", logger => Log.Started(logger, "http://localhost/api/health?code=secret"));

        Assert.Contains("Request starting {Address}", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfALibraryWithoutATemplate_LosesItsText()
    {
        var sent = await SentAsync("Some.Library", logger => logger.Log(LogLevel.Error, default, "state", null, (_, _) => "secret"));

        Assert.Contains("(no template)", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.Ordinal);
    }

    private static async Task<string> SentAsync(string category, Action<ILogger> write)
    {
        await using var server = await TrackServer.StartAsync();
        using (var logs = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.AddDestinations(new TelemetryOptions { ConnectionString = server.ConnectionString });
        })))
        {
            write(logs.CreateLogger(category));
        }

        return Assert.Single(server.Requests).Body;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Batch {Id} failed")]
        public static partial void Failed(ILogger logger, int id, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "Request starting {Address}")]
        public static partial void Started(ILogger logger, string address);
    }
}

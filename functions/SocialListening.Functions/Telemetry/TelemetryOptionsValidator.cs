using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure.Monitoring;

namespace SocialListening.Functions.Telemetry;

/// <summary>Checks what ranges cannot say. Messages never quote a connection string or a header.</summary>
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(TelemetryOptions options)
    {
        if (options.HasCollector && Address(options.OtlpEndpoint) is null)
        {
            yield return "Telemetry:OtlpEndpoint must be an absolute http or https address, such as http://localhost:4318.";
        }

        if (options.HasCollector && !string.IsNullOrEmpty(options.OtlpHeaders) && !Array.TrueForAll(Uri.UnescapeDataString(options.OtlpHeaders).Split(','), Header().IsMatch))
        {
            yield return "Telemetry:OtlpHeaders must be key=value, with commas between several, such as x-api-key=SECRET.";
        }

        if (options.HasAzureMonitor && ProblemOf(options.ConnectionString!) is { } problem)
        {
            yield return $"{TelemetryOptions.ConnectionStringName} {problem}: copy it from the overview page of Application Insights (InstrumentationKey=…;IngestionEndpoint=https://…).";
        }

        if (!string.IsNullOrEmpty(options.Authentication) && !AzureMonitorIdentity.TryRead(options.Authentication, out _))
        {
            yield return $"{TelemetryOptions.AuthenticationName} must be Authorization=AAD, with ;ClientId= and the client id of the app's identity when that is user-assigned.";
        }
    }

    private static string? ProblemOf(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } key, var value] || !parts.TryAdd(key, value))
            {
                return "is not made of different parts key=value with semicolons between";
            }
        }

        if (!Guid.TryParse(parts.GetValueOrDefault("InstrumentationKey"), out _))
        {
            return "has no InstrumentationKey, or one that is no GUID";
        }

        // Everything that is sent there tells how the app works, so it is encrypted unless it stays on this machine.
        return !parts.TryGetValue("IngestionEndpoint", out var endpoint) || (Address(endpoint) is { } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            ? null
            : "has an IngestionEndpoint that is no https address";
    }

    // The exporter takes the list apart at commas and each header at its first equals sign; a name is a token of RFC 9110.
    [GeneratedRegex(@"^\s*[0-9A-Za-z!#$%&'*+.^_`|~-]+\s*=\P{Cc}*\z")]
    private static partial Regex Header();

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}

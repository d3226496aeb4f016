using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Reads <see cref="RuntimeOptions"/> from the configuration.</summary>
internal static class RuntimeOptionsReader
{
    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have.</exception>
    public static RuntimeOptions Read(IConfiguration configuration) => new(
        Port(configuration["Http:Port"]),
        Span(configuration, "Host:ShutdownGrace", TimeSpan.FromSeconds(30), TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        Span(configuration, "Host:QueueLease", TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
        configuration["Host:TimerFolder"] ?? Path.Combine(AppContext.BaseDirectory, ".timers"),
        Zone(configuration["WEBSITE_TIME_ZONE"]));

    private static int Port(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 7071;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new InvalidOperationException($"Setting 'Http:Port' is '{text}' but must be a number from 0 to 65535.");
    }

    private static TimeSpan Span(IConfiguration configuration, string key, TimeSpan defaultValue, TimeSpan least, TimeSpan greatest)
    {
        var text = configuration[key];
        if (string.IsNullOrEmpty(text))
        {
            return defaultValue;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= least && span <= greatest
            ? span
            : throw new InvalidOperationException($"Setting '{key}' is '{text}' but must be a time span 'hh:mm:ss' from {least} to {greatest}.");
    }

    private static TimeZoneInfo Zone(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new InvalidOperationException($"Setting 'WEBSITE_TIME_ZONE' is '{id}', a time zone unknown to this machine.");
    }
}

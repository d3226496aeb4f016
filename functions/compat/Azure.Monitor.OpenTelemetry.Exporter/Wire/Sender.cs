using System.Globalization;
using OpenTelemetry.Resources;

namespace Azure.Monitor.OpenTelemetry.Exporter.Wire;

/// <summary>Who sends, as every envelope tells it.</summary>
/// <param name="Role">The app: <c>service.name</c>, with <c>[service.namespace]/</c> before it when there is one.</param>
/// <param name="Instance">The process: <c>service.instance.id</c>, else the machine's name.</param>
/// <param name="Version">The app's version: <c>service.version</c>.</param>
internal sealed record Sender(string? Role, string Instance, string? Version)
{
    /// <summary>The runtime, OpenTelemetry and this exporter.</summary>
    public static string Sdk { get; } = Limits.Cut(
        string.Create(CultureInfo.InvariantCulture, $"dotnet{Environment.Version}:otel{typeof(Resource).Assembly.GetName().Version?.ToString(3)}:ext1.6.0"),
        Limits.SdkVersion);

    /// <summary>Reads it from what OpenTelemetry knows of the app.</summary>
    /// <param name="resource">The resource; none gives the machine's name alone.</param>
    public static Sender Of(Resource? resource)
    {
        var known = resource?.Attributes.Where(attribute => attribute.Value is string).ToDictionary(attribute => attribute.Key, attribute => (string)attribute.Value, StringComparer.Ordinal) ?? [];
        var role = known.GetValueOrDefault("service.name");
        if (role is not null && known.TryGetValue("service.namespace", out var space))
        {
            role = $"[{space}]/{role}";
        }

        return new Sender(
            Limits.Cut(role, Limits.Role), Limits.Cut(known.GetValueOrDefault("service.instance.id") ?? Environment.MachineName, Limits.Role), Limits.Cut(known.GetValueOrDefault("service.version"), Limits.Name));
    }
}

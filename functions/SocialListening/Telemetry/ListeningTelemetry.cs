using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SocialListening.Telemetry;

/// <summary>
/// Where traces and metrics of the product come from: one source and one meter of the same name. They cost next to nothing
/// until somebody listens, which the app arranges by its settings.
/// </summary>
internal static class ListeningTelemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "SocialListening";

    /// <summary>The source of all activities.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>The meter of all instruments, see <see cref="ListeningMetrics"/>.</summary>
    public static Meter Meter { get; } = new(Name);
}

using System.ComponentModel.DataAnnotations;

namespace SocialListening.Platforms.Http;

/// <summary>How calls to platforms are bounded and repeated. Section <c>Platforms:Http</c>.</summary>
internal sealed class PlatformHttpOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Platforms:Http";

    /// <summary>Time for one attempt with its whole body, 1 second to 2 minutes. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for one call with all its attempts and waits, 1 second to 10 minutes, at least <see cref="AttemptTimeout"/>. Default 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Attempts after the first, 0 to 10. Default 3.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The median wait before the first retry, 1 ms to 30 seconds; it doubles each time, with jitter. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait that is sat out while a worker is held, 0 to 1 minute; a platform that asks for more gives a throttle
    /// failure at once. Default 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MaxInlineWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest wait for one's turn where only the own spacing between calls to a host stands before it, 0 to 1 minute. Default 5 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MaxTurnWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a host is left alone that throttles without saying until when, 1 second to 1 hour. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DefaultThrottle { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest answer that is read, after decompression, in bytes: 1 KiB to 100 MiB. Default 5 MiB.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>The share of failed attempts that opens a host's breaker, 0.1 to 1. Default 0.8.</summary>
    [Range(0.1, 1.0)]
    public double BreakerFailureRatio { get; set; } = 0.8;

    /// <summary>The fewest attempts within <see cref="BreakerWindow"/> before the breaker judges, 2 to 1000. Default 8.</summary>
    [Range(2, 1000)]
    public int BreakerMinimumAttempts { get; set; } = 8;

    /// <summary>The time over which the breaker counts, 1 second to 1 hour. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an open breaker keeps a host from being called, 1 second to 1 hour. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromMinutes(1);
}

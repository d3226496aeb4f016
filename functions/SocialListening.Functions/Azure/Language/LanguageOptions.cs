using System.ComponentModel.DataAnnotations;

namespace SocialListening.Functions.Azure.Language;

/// <summary>How to reach Azure AI Language, and what to ask of it. Needed only when <c>Scoring:Mode</c> is <c>cascade</c> or <c>azure</c>.</summary>
internal sealed class LanguageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Language";

    /// <summary>The resource's endpoint, <c>https://NAME.cognitiveservices.azure.com</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>One of the resource's two keys; without it the app's identity is used. A secret.</summary>
    public string? Key { get; set; }

    /// <summary>Client id of a user-assigned identity; <see langword="null"/> for the default one.</summary>
    public string? ClientId { get; set; }

    /// <summary>The service's model, such as <c>latest</c> or <c>2022-11-01</c>; <see langword="null"/> leaves it to the service.</summary>
    public string? ModelVersion { get; set; }

    /// <summary>Whether key phrases are asked for too: as many records again. Default no.</summary>
    public bool KeyPhrases { get; set; }

    /// <summary>Whether names and contact data of people are looked for too and kept out of key phrases and opinions: as many records again. Default no.</summary>
    public bool PersonalData { get; set; }

    /// <summary>Whether the service may keep texts for 48 hours for its own debugging. Default no.</summary>
    public bool ServiceLogs { get; set; }

    /// <summary>Time for one attempt with its whole answer, 100 ms to 2 minutes. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for one call with its repeats, 100 ms to 5 minutes, at least <see cref="AttemptTimeout"/>. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Repeats of a call that the service certainly did not carry out, 0 to 10. Default 3.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first repeat, 1 ms to 30 seconds; it doubles each time, with jitter. Default 800 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>The longest wait asked for by the service that is sat out in place, 0 to 1 minute; texts are put off for longer ones. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxInlineWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the service is left alone when it throttles without saying until when, 1 second to 1 hour. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan DefaultThrottle { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the service is left alone after it refused key or identity, 1 second to 1 day. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RefusedPause { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The share of failed calls that opens the breaker, 0.1 to 1. Default 0.5.</summary>
    [Range(0.1, 1.0)]
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>The fewest calls within <see cref="BreakerWindow"/> before it judges, 2 to 1,000. Default 5.</summary>
    [Range(2, 1000)]
    public int BreakerMinimumCalls { get; set; } = 5;

    /// <summary>The time over which it counts, 1 second to 1 hour. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an open breaker spares the service, 1 second to 1 hour. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{Endpoint ?? "no endpoint"}, {(Key is null ? "identity" : "key")}";
}

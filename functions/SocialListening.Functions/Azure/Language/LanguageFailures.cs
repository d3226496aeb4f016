using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Azure.Language;

/// <summary>
/// Says what a failure of the service means for the texts that were asked. Codes as documented at
/// https://learn.microsoft.com/rest/api/language/text-analysis-runtime/analyze-text#errorcode.
/// </summary>
/// <param name="options">How long to leave the service alone when it does not say.</param>
/// <param name="time">The clock.</param>
internal sealed class LanguageFailures(LanguageOptions options, TimeProvider time)
{
    /// <summary>Tells the meaning of an exception of a whole request; <see langword="null"/> for one that is none of the service's or the network's.</summary>
    /// <param name="exception">What was thrown; never the caller's own cancellation.</param>
    public LanguageFailure? Of(Exception exception) => exception switch
    {
        RequestFailedException { Status: > 0 } refused => OfStatus(refused),
        BrokenCircuitException broken => new(LanguageFailureClass.Unavailable, "The service failed too often lately and is left alone for a while.", At(broken.RetryAfter ?? options.BreakerPause)),
        AuthenticationFailedException => new(LanguageFailureClass.Unauthorised, "The identity got no token for the service; see Language:ClientId and the identity's role.", At(options.RefusedPause)),
        TimeoutRejectedException or OperationCanceledException => new(LanguageFailureClass.Unavailable, "The service did not answer in time.", MayBeBilled: true),
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        RequestFailedException or HttpRequestException or IOException => CertainRetryPolicy.NeverArrived(exception)
            ? new(LanguageFailureClass.Unavailable, "No connection to the service could be made; see Language:Endpoint.")
            : new(LanguageFailureClass.Unavailable, "The connection broke before the answer came.", MayBeBilled: true),
        JsonException or InvalidCastException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException or IndexOutOfRangeException =>
            new(LanguageFailureClass.Unavailable, "The answer is not what the service documents.", MayBeBilled: true),
        _ => null,
    };

    /// <summary>Tells the meaning of the error of one document.</summary>
    /// <param name="error">The service's error.</param>
    /// <param name="elements">The document's text elements.</param>
    public static LanguageFailure Of(TextAnalyticsError error, int elements)
    {
        var code = error.ErrorCode.ToString();
        return code switch
        {
            _ when Is(code, TextAnalyticsErrorCode.UnsupportedLanguageCode) => new(LanguageFailureClass.UnsupportedLanguage, "The service does not know the language."),
            _ when Is(code, TextAnalyticsErrorCode.InvalidDocument) && elements > DocumentText.ElementsPerRecord => new(LanguageFailureClass.TooLong, "The service finds the text too long."),
            _ when Is(code, TextAnalyticsErrorCode.InternalServerError) || Is(code, TextAnalyticsErrorCode.ServiceUnavailable) => new(LanguageFailureClass.Unavailable, $"The service failed on the text ({code})."),
            _ => new(LanguageFailureClass.Invalid, $"The service refuses the text ({code})."),
        };
    }

    /// <summary>Whether a request was refused as a whole in a way that the fault of a single document explains.</summary>
    /// <param name="exception">What was thrown.</param>
    public static bool MayBeOneDocument(Exception exception) => exception is RequestFailedException { Status: 400 or 413 or 422 };

    /// <summary>Whether an outcome counts against the service's health: it failed or was not there, as opposed to refusing.</summary>
    /// <param name="outcome">The outcome.</param>
    public static bool IsServiceFailure<T>(Outcome<T> outcome) => outcome.Exception switch
    {
        null => false,
        RequestFailedException { Status: 408 or >= 500 } => true,
        RequestFailedException { Status: > 0 } => false,
        AggregateException or RequestFailedException or HttpRequestException or IOException or TimeoutRejectedException or TaskCanceledException => true,
        _ => false,
    };

    private LanguageFailure OfStatus(RequestFailedException refused)
    {
        var wait = refused.GetRawResponse() is { } response ? RetryAfter.Of(response, time.GetUtcNow()) : null;
        return refused.Status switch
        {
            429 => new(LanguageFailureClass.Throttled, "The service asks to be called less.", At(wait ?? options.DefaultThrottle)),
            403 when wait is not null || Mentions(refused, "quota") => new(LanguageFailureClass.Throttled, "The plan's quota is used up (403).", At(wait ?? options.RefusedPause)),
            401 or 403 => new(
                LanguageFailureClass.Unauthorised,
                $"The service refuses the {(options.Key is null ? "identity: give it the role 'Cognitive Services User' on the resource" : "key: check Language:Key")} ({refused.Status}).",
                At(options.RefusedPause)),
            404 => new(LanguageFailureClass.Unauthorised, "There is no such service at Language:Endpoint (404).", At(options.RefusedPause)),
            408 or >= 500 => new(LanguageFailureClass.Unavailable, $"The service failed ({refused.Status}).", wait is { } pause ? At(pause) : null),
            < 400 => new(LanguageFailureClass.Unavailable, $"Something else than the service answered ({refused.Status})."),
            _ => new(LanguageFailureClass.Invalid, $"The service refuses the request ({refused.Status}, {refused.ErrorCode ?? "no code"})."),
        };
    }

    private static bool Is(string? code, string known) => string.Equals(code, known, StringComparison.OrdinalIgnoreCase);

    private static bool Mentions(RequestFailedException refused, string word) => refused.Message.Contains(word, StringComparison.OrdinalIgnoreCase);

    private DateTimeOffset At(TimeSpan wait) => time.GetUtcNow() + wait;
}

using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>How a <see cref="TextAnalyticsClient"/> talks to the service.</summary>
public partial class TextAnalyticsClientOptions : ClientOptions
{
    /// <summary>Makes options.</summary>
    /// <param name="version">The version of the service's API.</param>
    /// <exception cref="ArgumentException">The version is none of those that are known.</exception>
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2023_04_01 => "2023-04-01",
            ServiceVersion.V2022_05_01 => "2022-05-01",
            ServiceVersion.V3_0 or ServiceVersion.V3_1 => throw new NotSupportedException("This stand-in speaks the Language API only: 2022-05-01 or 2023-04-01."),
            _ => throw new ArgumentException($"The service version {version} is not known.", nameof(version)),
        };

        // As in the real package these headers and values are safe to log.
        Diagnostics.LoggedHeaderNames.Add("apim-request-id");
        Diagnostics.LoggedQueryParameters.Add("api-version");
        Diagnostics.LoggedQueryParameters.Add("showStats");
    }

    /// <summary>Versions of the service's API.</summary>
    public enum ServiceVersion
    {
        /// <summary>Text Analytics 3.0; this stand-in refuses it.</summary>
        V3_0 = 1,

        /// <summary>Text Analytics 3.1; this stand-in refuses it.</summary>
        V3_1 = 2,

        /// <summary>Language 2022-05-01.</summary>
        V2022_05_01 = 3,

        /// <summary>Language 2023-04-01.</summary>
        V2023_04_01 = 4,
    }

    /// <summary>The country hint of documents without one. Default <c>us</c>.</summary>
    public string DefaultCountryHint { get; set; } = "us";

    /// <summary>The language of documents without one. Default <c>en</c>.</summary>
    public string DefaultLanguage { get; set; } = "en";

    /// <summary>The cloud whose tokens are used; null for the public one.</summary>
    public TextAnalyticsAudience? Audience { get; set; }

    internal string ApiVersion { get; }
}

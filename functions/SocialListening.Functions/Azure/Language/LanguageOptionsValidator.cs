using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Azure.Language;

/// <summary>Checks that the service can be reached when scoring needs it. Messages never quote a key.</summary>
/// <param name="configuration">Tells by <c>Scoring:Mode</c> whether scoring needs it; whether that is valid is judged elsewhere.</param>
internal sealed class LanguageOptionsValidator(IConfiguration configuration) : IValidateOptions<LanguageOptions>
{
    private const string ModeSetting = $"{CascadeOptions.SectionName}:{nameof(CascadeOptions.Mode)}";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            if (Enum.TryParse<ScoringMode>(configuration[ModeSetting], ignoreCase: true, out var mode) && mode != ScoringMode.Embedded)
            {
                problems.Add($"Scoring:Mode is '{mode}', so set Language:Endpoint to the endpoint of an Azure AI Language resource (https://NAME.cognitiveservices.azure.com), or set Scoring:Mode to 'embedded'.");
            }
        }
        else if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || !MayCarry(endpoint, options.Key))
        {
            problems.Add("Language:Endpoint must be an absolute https address, such as https://NAME.cognitiveservices.azure.com; http is allowed to this machine only, with a key.");
        }

        if (options.Key is { } key && (key.Length == 0 || key.Any(c => c is <= ' ' or > '~')))
        {
            problems.Add("Language:Key is no key: copy 'KEY 1' of the resource, or remove the setting to use the app's identity.");
        }

        if (options.TotalTimeout < options.AttemptTimeout)
        {
            problems.Add($"Language:TotalTimeout ({options.TotalTimeout}) must be at least Language:AttemptTimeout ({options.AttemptTimeout}).");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // A key or token never leaves this machine without TLS; a token never goes without it at all.
    private static bool MayCarry(Uri endpoint, string? key) =>
        endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback && key is not null);
}

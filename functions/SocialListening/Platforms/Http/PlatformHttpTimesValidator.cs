using Microsoft.Extensions.Options;

namespace SocialListening.Platforms.Http;

/// <summary>Checks the times of <see cref="PlatformHttpOptions"/> against each other.</summary>
internal sealed class PlatformHttpTimesValidator : IValidateOptions<PlatformHttpOptions>
{
    public ValidateOptionsResult Validate(string? name, PlatformHttpOptions options) => options.TotalTimeout >= options.AttemptTimeout
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"{PlatformHttpOptions.SectionName}:{nameof(options.TotalTimeout)} ({options.TotalTimeout}) must be at least {nameof(options.AttemptTimeout)} ({options.AttemptTimeout}).");
}

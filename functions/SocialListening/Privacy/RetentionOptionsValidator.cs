using System.Globalization;
using Microsoft.Extensions.Options;

namespace SocialListening.Privacy;

/// <summary>Holds the periods against each other: a count that is gone cannot follow the correction of a mention that is still there.</summary>
public sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.Buckets >= options.Mentions
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"Retention:Buckets ({options.Buckets.TotalDays:0.#} days) must be no less than Retention:Mentions ({options.Mentions.TotalDays:0.#} days)."));
}

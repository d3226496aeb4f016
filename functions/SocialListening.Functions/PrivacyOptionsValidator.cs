using System.Globalization;
using Microsoft.Extensions.Options;
using SocialListening.Privacy;

namespace SocialListening.Functions;

/// <summary>Stops the start with a pseudonym key that cannot be used, before any mention needs it. Never quotes the key.</summary>
internal sealed class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>
{
    /// <summary>What is wrong and what to do.</summary>
    public static readonly string NoKey = string.Create(
        CultureInfo.InvariantCulture,
        $"Privacy:PseudonymKey must be at least {PseudonymKey.Bytes} bytes in Base64. Make one with: openssl rand -base64 {PseudonymKey.Bytes}");

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PrivacyOptions options) =>
        options.PseudonymKey is { Length: > 0 } key && !PseudonymKey.IsKey(key) ? ValidateOptionsResult.Fail(NoKey) : ValidateOptionsResult.Success;
}

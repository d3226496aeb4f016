using Microsoft.Extensions.Options;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Checks that Cosmos DB, when chosen, can be reached in exactly one way. Messages never quote a key.</summary>
/// <param name="storage">Tells whether it is chosen.</param>
internal sealed class CosmosOptionsValidator(IOptions<StorageOptions> storage) : IValidateOptions<CosmosOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CosmosOptions options)
    {
        if (storage.Value.Backend != StorageBackend.Cosmos)
        {
            return ValidateOptionsResult.Success;
        }

        return Problem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }

    private static string? Problem(CosmosOptions options)
    {
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            return "Storage:Backend is 'cosmos', so set Cosmos:Endpoint (https://<account>.documents.azure.com).";
        }

        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !IsLocal(endpoint)))
        {
            return "Cosmos:Endpoint must be an absolute https address; http is for an emulator on this machine only.";
        }

        if (string.IsNullOrEmpty(options.Key))
        {
            return endpoint.Scheme == Uri.UriSchemeHttps
                ? null
                : "Cosmos:Endpoint is an emulator's, which knows no identities: set Cosmos:Key, or an https address.";
        }

        if (!string.IsNullOrEmpty(options.ClientId))
        {
            return "Set either Cosmos:Key or Cosmos:ClientId, not both.";
        }

        return Convert.TryFromBase64String(options.Key, new byte[options.Key.Length], out _)
            ? null
            : "Cosmos:Key is no account key: copy the primary key from the account's page, or leave it empty to sign in with the app's identity.";
    }

    private static bool IsLocal(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback;
}

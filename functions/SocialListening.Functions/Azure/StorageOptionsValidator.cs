using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SocialListening.Functions.Azure;

/// <summary>Checks that nobody asks Cosmos DB for what only the embedded storage does.</summary>
/// <param name="configuration">The settings.</param>
internal sealed class StorageOptionsValidator(IConfiguration configuration) : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        options.Backend == StorageBackend.Cosmos && configuration.GetValue("Storage:Fresh", false)
            ? ValidateOptionsResult.Fail("Storage:Fresh empties the embedded file only; to start over in Cosmos DB, choose another Cosmos:Database.")
            : ValidateOptionsResult.Success;
}

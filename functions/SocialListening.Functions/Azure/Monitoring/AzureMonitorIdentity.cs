using Azure.Core;
using Azure.Identity;
using SocialListening.Functions.Telemetry;

namespace SocialListening.Functions.Azure.Monitoring;

/// <summary>Reads as whom telemetry is sent to Application Insights, in the form that the Functions host reads too.</summary>
internal static class AzureMonitorIdentity
{
    /// <summary>Reads <c>Authorization=AAD</c> with an optional <c>ClientId</c>, parts in any order and case.</summary>
    /// <param name="text">The setting.</param>
    /// <param name="clientId">The user-assigned identity; <see langword="null"/> for the system-assigned one.</param>
    /// <returns>Whether the setting can be read.</returns>
    public static bool TryRead(string text, out string? clientId)
    {
        clientId = null;
        var authorized = false;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (part.Split('=', 2, StringSplitOptions.TrimEntries))
            {
                case [var key, var value] when key.Equals("Authorization", StringComparison.OrdinalIgnoreCase):
                    authorized = value.Equals("AAD", StringComparison.OrdinalIgnoreCase);
                    break;
                case [var key, { Length: > 0 } value] when key.Equals("ClientId", StringComparison.OrdinalIgnoreCase):
                    clientId = value;
                    break;
                default:
                    return false;
            }
        }

        return authorized;
    }

    /// <summary>Makes the credential that the settings ask for.</summary>
    /// <param name="options">The settings, validated.</param>
    /// <returns><see langword="null"/> when the connection string alone is enough.</returns>
    public static TokenCredential? Credential(TelemetryOptions options) => !string.IsNullOrEmpty(options.Authentication) && TryRead(options.Authentication, out var clientId)
        ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId })
        : null;
}

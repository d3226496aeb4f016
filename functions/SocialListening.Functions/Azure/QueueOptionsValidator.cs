using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace SocialListening.Functions.Azure;

/// <summary>Checks that Azure Storage, when chosen, can be reached in exactly one way. Messages never quote a connection string.</summary>
internal sealed class QueueOptionsValidator : IValidateOptions<QueueOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, QueueOptions options)
    {
        if (options.Backend == QueueBackend.Embedded)
        {
            return ValidateOptionsResult.Success;
        }

        var problem = (string.IsNullOrEmpty(options.ConnectionString), string.IsNullOrEmpty(options.QueueServiceUri)) switch
        {
            (true, true) =>
                "Queues:Backend is 'storage', so set QueueStorage:queueServiceUri (https://<account>.queue.core.windows.net) or a connection string in QueueStorage.",
            (false, false) => "Set either QueueStorage or QueueStorage:queueServiceUri, not both.",
            (true, false) => IsEndpoint(options.QueueServiceUri!)
                ? null
                : "QueueStorage:queueServiceUri must be an absolute https address.",
            (false, true) => IsConnectionString(options.ConnectionString!) ? null : "QueueStorage is no storage connection string with a queue endpoint.",
        };
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }

    // An identity's token is never sent without TLS, not even to this machine; an emulator takes a connection string.
    private static bool IsEndpoint(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new QueueServiceClient(text).Uri is not null;
        }

        // The SDK answers a connection string without a queue endpoint with a NullReferenceException.
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return false;
        }
    }
}

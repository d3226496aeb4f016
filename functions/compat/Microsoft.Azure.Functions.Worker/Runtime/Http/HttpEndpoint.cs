namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>Where HTTP functions are reached.</summary>
internal sealed class HttpEndpoint
{
    /// <summary>The address with its real port and no path, once listening; <see langword="null"/> without HTTP functions.</summary>
    public Uri? Address { get; set; }
}

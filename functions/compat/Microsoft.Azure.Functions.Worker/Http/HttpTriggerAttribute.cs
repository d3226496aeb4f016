using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function for each HTTP request to its route.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, function key needed.</summary>
    public HttpTriggerAttribute()
    {
        AuthLevel = AuthorizationLevel.Function;
    }

    /// <summary>These methods, open to anybody.</summary>
    /// <param name="methods">The HTTP methods, in any case.</param>
    public HttpTriggerAttribute(params string[] methods)
    {
        Methods = methods;
    }

    /// <summary>Any method at this level.</summary>
    /// <param name="authLevel">Who may call.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
    {
        AuthLevel = authLevel;
    }

    /// <summary>These methods at this level.</summary>
    /// <param name="authLevel">Who may call.</param>
    /// <param name="methods">The HTTP methods, in any case.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template after the prefix, with parameters and constraints; the function's name when not set.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods; <see langword="null"/> for all.</summary>
    public string[]? Methods { get; }

    /// <summary>Who may call.</summary>
    public AuthorizationLevel AuthLevel { get; }
}

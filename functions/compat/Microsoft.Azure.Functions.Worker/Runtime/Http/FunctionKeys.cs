using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>
/// Checks the key of a request, from header <c>x-functions-key</c> or query value <c>code</c>, against settings
/// <c>Host:Keys:NAME</c>, where the name is a function's, <c>default</c> (every function) or <c>_master</c> (everything).
/// </summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private const string Section = "Host:Keys:";
    private const string Master = Section + "_master";

    /// <summary>Tells whether a request may call a function.</summary>
    /// <param name="request">The request.</param>
    /// <param name="level">Who may call.</param>
    /// <param name="function">The function's name.</param>
    public bool Allow(HttpRequest request, AuthorizationLevel level, string function) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => Matches(request, Section + function) | Matches(request, Section + "default") | Matches(request, Master),
        AuthorizationLevel.System or AuthorizationLevel.Admin => Matches(request, Master),
        _ => false,
    };

    private bool Matches(HttpRequest request, string setting)
    {
        var given = request.Headers["x-functions-key"].ToString() is { Length: > 0 } header ? header : request.Query["code"].ToString();
        var expected = configuration[setting];

        // Hashes have equal lengths, so the time taken tells nothing about the key.
        return !string.IsNullOrEmpty(expected)
            & CryptographicOperations.FixedTimeEquals(Hash(given), Hash(expected ?? string.Empty));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

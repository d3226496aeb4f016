using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Replaces <c>%Name%</c> by the setting of that name.</summary>
internal sealed partial class SettingNames(IConfiguration configuration)
{
    /// <summary>Replaces every name in a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or empty.</exception>
    public string Resolve(string text) => Names().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        var value = configuration[name] ?? configuration[name.Replace("__", ":", StringComparison.Ordinal)];
        return string.IsNullOrEmpty(value)
            ? throw new InvalidOperationException($"'%{name}%' does not resolve to a value: setting '{name}' is missing or empty.")
            : value;
    });

    [GeneratedRegex("%([^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}

using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Notifiers.Webhook;

namespace SocialListening.Functions.Terminal;

/// <summary>
/// Warns at the start of settings in the sections of the product that nothing reads, such as misspelt ones, and of secrets of
/// webhooks that are not set, before an alert cannot be sent for it. It warns and does not refuse: a setting of an earlier release
/// must not keep a new one from starting, nor a secret that is still to come.
/// </summary>
internal sealed partial class SettingWarnings(IConfiguration configuration, IBrandCatalog catalog, ILogger<SettingWarnings> logger) : IHostedService
{
    /// <summary>Gives the settings that nothing reads, each with the names that its section has.</summary>
    /// <param name="configuration">The settings.</param>
    public static IEnumerable<(string Setting, string Known)> Unknown(IConfiguration configuration)
    {
        var sections = Sections();
        foreach (var (section, names) in sections)
        {
            foreach (var child in configuration.GetSection(section).GetChildren())
            {
                var isPart = sections.Keys.Any(other => other.StartsWith($"{child.Path}:", StringComparison.OrdinalIgnoreCase) || string.Equals(other, child.Path, StringComparison.OrdinalIgnoreCase));
                if (!isPart && !names.Contains(child.Key))
                {
                    yield return (child.Path, string.Join(", ", names));
                }
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (setting, known) in Unknown(configuration))
        {
            Log.Unknown(logger, setting, known);
        }

        foreach (var brand in catalog.Current.Brands.Values.OrderBy(brand => brand.Id, StringComparer.Ordinal))
        {
            foreach (var missing in brand.Alerts.Select(recipient => recipient.SecretSetting).Distinct(StringComparer.Ordinal).Where(setting => string.IsNullOrEmpty(configuration[setting])))
            {
                Log.NoSecret(logger, missing, brand.Id);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The secrets of webhooks stand beside the webhooks' settings under names that the brand file chooses.
    private static Dictionary<string, SortedSet<string>> Sections()
    {
        var sections = new Dictionary<string, SortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var options in ((Assembly[])[typeof(BrandsOptions).Assembly, typeof(SettingWarnings).Assembly]).SelectMany(assembly => assembly.GetTypes()))
        {
            if (options.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() is string section && section != WebhookOptions.SectionName)
            {
                var names = sections.TryGetValue(section, out var known) ? known : sections[section] = new(StringComparer.OrdinalIgnoreCase);
                names.UnionWith(options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name));
            }
        }

        return sections;
    }

    private static partial class Log
    {
        [LoggerMessage(6110, LogLevel.Warning, "Nothing reads the setting {Setting}; its section has {Known}")]
        public static partial void Unknown(ILogger logger, string setting, string known);

        [LoggerMessage(6111, LogLevel.Warning, "The setting {Setting} with the signing secret of a webhook of {BrandId} is missing: alerts cannot be sent there")]
        public static partial void NoSecret(ILogger logger, string setting, string brandId);
    }
}

using System.Reflection;
using Xunit.Sdk;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>A fact of a suite that runs on several backends: skipped in a class whose <see cref="RequiresSettingAttribute"/> is not met.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SocialListening.Functions.Tests.Queues.BackendFactDiscoverer", "SocialListening.Functions.Tests")]
public sealed class BackendFactAttribute : FactAttribute
{
    /// <summary>Tells whether the tests of a class are listed here.</summary>
    public static bool IsListed(Type testClass) => ReasonToSkip(testClass) is null || testClass.GetCustomAttribute<RequiresSettingAttribute>()!.Listed;

    /// <summary>Tells why the tests of a class cannot run here; <see langword="null"/> when they can.</summary>
    public static string? ReasonToSkip(Type testClass)
    {
        var required = testClass.GetCustomAttribute<RequiresSettingAttribute>();
        return required is null || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(required.Variable))
            ? null
            : $"needs {required.Service}: set {required.Variable}";
    }
}

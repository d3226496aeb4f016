namespace SocialListening.Functions.Tests.Queues;

/// <summary>The tests of the class need a service whose address stands in an environment variable; without it they are reported as skipped.</summary>
/// <param name="variable">The environment variable.</param>
/// <param name="service">What it points to, for the reason.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresSettingAttribute(string variable, string service) : Attribute
{
    public string Variable { get; } = variable;

    public string Service { get; } = service;
}

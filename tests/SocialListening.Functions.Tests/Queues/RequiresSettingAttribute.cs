namespace SocialListening.Functions.Tests.Queues;

/// <summary>
/// The tests of the class need a service whose address stands in an environment variable; without it they are reported as
/// skipped, or not listed at all.
/// </summary>
/// <param name="variable">The environment variable.</param>
/// <param name="service">What it points to, for the reason.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresSettingAttribute(string variable, string service) : Attribute
{
    public string Variable { get; } = variable;

    public string Service { get; } = service;

    /// <summary>
    /// Whether the tests are reported as skipped without the setting. <see langword="false"/> for what no run here can ever
    /// carry out, so that a skipped test always means one that was left out.
    /// </summary>
    public bool Listed { get; init; } = true;
}

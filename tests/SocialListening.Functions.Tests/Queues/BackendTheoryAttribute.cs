using Xunit.Sdk;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>A theory of a suite that runs on several backends, see <see cref="BackendFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SocialListening.Functions.Tests.Queues.BackendTheoryDiscoverer", "SocialListening.Functions.Tests")]
public sealed class BackendTheoryAttribute : TheoryAttribute;

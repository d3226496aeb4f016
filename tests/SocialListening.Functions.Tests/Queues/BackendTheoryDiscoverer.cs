using Xunit.Abstractions;
using Xunit.Sdk;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>Finds <see cref="BackendTheoryAttribute"/> tests, one for each row of data.</summary>
public sealed class BackendTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        BackendFactAttribute.IsListed(testMethod.TestClass.Class.ToRuntimeType()) ? base.Discover(discoveryOptions, testMethod, theoryAttribute) : [];

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new BackendTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, dataRow)];
}

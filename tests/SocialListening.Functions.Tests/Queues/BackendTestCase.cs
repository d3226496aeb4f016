using Xunit.Abstractions;
using Xunit.Sdk;

namespace SocialListening.Functions.Tests.Queues;

/// <summary>A test whose concrete class, not its method, says whether it can run.</summary>
public sealed class BackendTestCase : XunitTestCase
{
    /// <summary>For the test framework, which fills it in.</summary>
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public BackendTestCase()
    {
    }

    public BackendTestCase(IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod, object[]? arguments)
        : base(diagnosticMessageSink, display, options, testMethod, arguments)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? BackendFactAttribute.ReasonToSkip(TestMethod.TestClass.Class.ToRuntimeType())!;
}

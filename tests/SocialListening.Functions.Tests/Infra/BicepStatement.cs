namespace SocialListening.Functions.Tests.Infra;

/// <summary>A statement of a Bicep file.</summary>
/// <param name="Keyword"><c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c> or <c>output</c>.</param>
/// <param name="Name">The symbol.</param>
/// <param name="Type">The type of a parameter or output, the type with version of a resource, the path of a module, else empty.</param>
/// <param name="Existing">Whether a resource is only referred to.</param>
/// <param name="Value">What is assigned; the body of a loop or a condition; <see langword="null"/> for a parameter without default.</param>
/// <param name="Text">The whole statement, decorators left out.</param>
internal sealed record BicepStatement(string Keyword, string Name, string Type, bool Existing, BicepValue? Value, string Text);

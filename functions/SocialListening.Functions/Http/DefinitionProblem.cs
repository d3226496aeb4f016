using SocialListening.Brands;

namespace SocialListening.Functions.Http;

/// <summary>A problem as RFC 9457 describes it, with every mistake of a definition.</summary>
internal sealed record DefinitionProblem(string Type, string Title, int Status, string Detail, IReadOnlyList<BrandFileError> Errors);

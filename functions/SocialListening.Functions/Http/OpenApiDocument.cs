namespace SocialListening.Functions.Http;

/// <summary>The OpenAPI document of the HTTP API, kept in <c>Http/openapi.json</c>.</summary>
internal static class OpenApiDocument
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The resource openapi.json is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

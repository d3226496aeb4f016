namespace SocialListening.Tests.Platforms;

internal static class ResponseHeaderExtensions
{
    /// <summary>Adds a header.</summary>
    public static HttpResponseMessage With(this HttpResponseMessage response, string name, string value)
    {
        response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}

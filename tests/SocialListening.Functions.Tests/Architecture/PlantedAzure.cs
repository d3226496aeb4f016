namespace SocialListening.Privacy;

/// <summary>A violation planted for the test of the rules: a library type that knows an Azure type.</summary>
internal static class PlantedAzure
{
    public static string Violate() => new global::Azure.Core.ContentType("text/plain").ToString();
}

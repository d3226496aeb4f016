namespace SocialListening.Scoring.Adaptation;

/// <summary>How the embedded scorer signs its scores.</summary>
internal static class EngineName
{
    /// <summary>What stands before the version of the model.</summary>
    public const string Prefix = "embedded/";
}

namespace SocialListening.CosmosDouble;

/// <summary>Where the SDK gets its query plans.</summary>
public static class QueryPlanner
{
    /// <summary>The switch by which the SDK plans queries itself on Linux, with the parser that it ships.</summary>
    public const string Variable = "AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX";

    /// <summary>Lets the SDK of this process plan queries itself. Idempotent.</summary>
    public static void UseLocal() => Environment.SetEnvironmentVariable(Variable, "true");
}

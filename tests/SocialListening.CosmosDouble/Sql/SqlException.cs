namespace SocialListening.CosmosDouble.Sql;

/// <summary>A query that cannot be read or that asks for what the double does not know.</summary>
internal sealed class SqlException(string message) : Exception(message);

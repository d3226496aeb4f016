namespace SocialListening.CosmosDouble.Sql;

/// <summary>A row with the values of its order keys.</summary>
internal readonly record struct SqlRow(SqlScope Scope, SqlValue[] Keys);

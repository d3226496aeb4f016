namespace SocialListening.CosmosDouble.Sql;

/// <summary>One result, and where a page that ends with it ends.</summary>
internal readonly record struct SqlResult(SqlValue Value, SqlPosition Position);

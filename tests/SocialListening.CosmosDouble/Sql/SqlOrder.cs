namespace SocialListening.CosmosDouble.Sql;

/// <summary>One key of an order.</summary>
internal sealed record SqlOrder(SqlExpression By, bool Descending);

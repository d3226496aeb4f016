namespace SocialListening.CosmosDouble.Sql;

/// <summary>Where a page ended, so that the next one goes on after it whatever was written in between.</summary>
/// <param name="Given">Results given so far.</param>
/// <param name="Keys">The last row's order keys; null for queries whose rows have no place of their own (groups, DISTINCT).</param>
/// <param name="Number">The last row's document.</param>
/// <param name="Ordinal">How many rows of that document and these keys were passed.</param>
internal sealed record SqlPosition(int Given, SqlValue[]? Keys, long Number, int Ordinal);

using System.Text.Json;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Sql;

/// <summary>Where the SDK resumes an ordered query: at the values of the last row it took, or past them.</summary>
/// <param name="Values">The values of the order's keys.</param>
/// <param name="Rid">Among rows with these values, the document to start with; null for all of them.</param>
/// <param name="Exclude">Whether rows with these values are left out.</param>
internal sealed record SqlResume(SqlValue[] Values, string? Rid, bool Exclude)
{
    /// <summary>Reads `resumeFilter` of a query's body, if it is there.</summary>
    public static SqlResume? Parse(JsonElement body) =>
        body.TryGetProperty("resumeFilter", out var filter)
            ? new(
                [.. filter.GetProperty("value").EnumerateArray().Select(Value)],
                filter.TryGetProperty("rid", out var rid) ? rid.GetString() : null,
                filter.TryGetProperty("exclude", out var exclude) && exclude.GetBoolean())
            : null;

    /// <summary>Whether a row is still wanted.</summary>
    /// <param name="order">How the row's keys compare with <see cref="Values"/> in the order of the query.</param>
    /// <param name="row">The row.</param>
    public bool Admits(int order, SqlScope row) =>
        order > 0 || (order == 0 && !Exclude && (Rid is null || row.Number >= ResourceIds.Number(Rid)));

    // An empty array stands for undefined; arrays and objects travel as hashes, which no order of the product needs.
    private static SqlValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => SqlValue.Undefined,
        JsonValueKind.Object => throw new SqlException("An order by arrays or objects cannot be resumed."),
        _ => SqlValue.Of(value),
    };
}

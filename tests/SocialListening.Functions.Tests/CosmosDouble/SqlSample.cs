using System.Globalization;

namespace SocialListening.Functions.Tests.CosmosDouble;

/// <summary>A small document whose properties may be missing, and random conditions on it.</summary>
/// <param name="Id">Unique.</param>
/// <param name="A">A number, or missing.</param>
/// <param name="T">A text, or missing.</param>
internal sealed record SqlSample(string Id, double? A, string? T)
{
    public string Json =>
        $$"""{"id":"{{Id}}"{{(A is { } a ? string.Create(CultureInfo.InvariantCulture, $",\"a\":{a}") : "")}}{{(T is null ? "" : $",\"t\":\"{T}\"")}}}""";

    public static List<SqlSample> Documents(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new SqlSample($"{i}", random.Next(4) == 0 ? null : random.Next(-3, 6) / 2.0, random.Next(4) == 0 ? null : new string('x', random.Next(3)) + (char)('a' + random.Next(3))))];

    /// <summary>A condition as text, and what it is for a document: null stands for undefined.</summary>
    public static (string Sql, Func<SqlSample, bool?> Oracle) Condition(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Leaf(random);
        }

        var (left, right) = (Condition(random, depth - 1), Condition(random, depth - 1));
        return random.Next(3) switch
        {
            0 => ($"({left.Sql} AND {right.Sql})", document => left.Oracle(document) & right.Oracle(document)),
            1 => ($"({left.Sql} OR {right.Sql})", document => left.Oracle(document) | right.Oracle(document)),
            _ => ($"NOT ({left.Sql})", document => !left.Oracle(document)),
        };
    }

    private static (string Sql, Func<SqlSample, bool?> Oracle) Leaf(Random random)
    {
        var n = random.Next(-3, 6) / 2.0;
        var number = n.ToString(CultureInfo.InvariantCulture);
        return random.Next(10) switch
        {
            0 => ($"c.a = {number}", document => document.A is null ? null : document.A == n),
            1 => ($"c.a != {number}", document => document.A is null ? null : document.A != n),
            2 => ($"c.a < {number}", document => document.A is null ? null : document.A < n),
            3 => ($"{number} <= c.a", document => document.A is null ? null : n <= document.A),
            4 => ($"c.a BETWEEN {number} AND 2", document => document.A is null ? null : document.A >= n & document.A <= 2),
            5 => ($"c.a IN ({number}, 1, 'xa')", document => document.A is null ? null : document.A == n || document.A == 1),
            6 => ("IS_DEFINED(c.t)", document => document.T is not null),
            // Equality across kinds is false, order across kinds is undefined.
            7 => ("c.t = 1", document => document.T is null ? null : false),
            8 => ("c.t > 1", _ => null),
            _ => ("STARTSWITH(c.t, 'x')", document => document.T?.StartsWith('x')),
        };
    }
}

namespace SocialListening.Brands;

/// <summary>Finds what somebody may have meant to write.</summary>
internal static class NearestName
{
    /// <summary>Gives the nearest name by edit distance in a sentence that ends with a blank; empty when none is near.</summary>
    public static string Hint(string written, IEnumerable<string> names)
    {
        if (written.Length > 64)
        {
            return "";
        }

        (string name, int distance) = names.Select(n => (n, Distance(written.ToLowerInvariant(), n.ToLowerInvariant()))).DefaultIfEmpty(("", int.MaxValue)).MinBy(n => n.Item2);
        return distance <= Math.Max(2, name.Length / 3) ? $"Did you mean '{name}'? " : "";
    }

    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

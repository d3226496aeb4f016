namespace SocialListening.CosmosDouble.Resources;

/// <summary>
/// A simple model of what operations cost, anchored on the figures that the service's documentation gives: 1 RU for a point
/// read of 1 KB and 10 RU for 100 KB; 5.5 RU to insert 1 KB without indexing; 0.2 RU for each indexed value; a replace costs
/// twice an insert. Real charges differ by a few tens of per cent; relations between designs hold.
/// </summary>
internal static class RequestUnits
{
    /// <summary>A point operation that found nothing or was refused.</summary>
    public const double Failed = 1.24;

    private const double ReadPerKilobyte = 9.0 / 99;
    private const double Insert = 5.5;
    private const double InsertPerKilobyte = 0.45;
    private const double IndexedValue = 0.2;
    private const double QueryBase = 2.3;
    private const double DocumentLoaded = 0.03;
    private const double PerKilobyteReturned = 0.06;

    /// <summary>A point read.</summary>
    public static double Read(int bytes) => Round(1 + ((Kilobytes(bytes) - 1) * ReadPerKilobyte));

    /// <summary>An insert or a delete.</summary>
    public static double Write(int bytes, int indexedValues) =>
        Round(Insert + ((Kilobytes(bytes) - 1) * InsertPerKilobyte) + (IndexedValue * indexedValues));

    /// <summary>A replace, an upsert of what exists, a patch.</summary>
    public static double Overwrite(int bytes, int indexedValues) => Round(2 * Write(bytes, indexedValues));

    /// <summary>One page of a query.</summary>
    public static double Query(int documentsLoaded, int bytesReturned) =>
        Round(QueryBase + (documentsLoaded * DocumentLoaded) + (bytesReturned / 1024.0 * PerKilobyteReturned));

    private static double Kilobytes(int bytes) => Math.Max(1, Math.Ceiling(bytes / 1024.0));

    private static double Round(double charge) => Math.Round(charge, 2);
}

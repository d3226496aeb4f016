namespace SocialListening.Benchmarks.Sentiment.Sample;

/// <summary>What the language service asks, as the caller names it.</summary>
/// <param name="PerThousandRecords">Price of 1,000 text records.</param>
/// <param name="Currency">Its currency, for the printout.</param>
/// <param name="AsOf">The day of the price list, as written by the caller.</param>
internal sealed record SamplePrice(double PerThousandRecords, string Currency, string AsOf)
{
    /// <summary>Characters of one text record; a record begun is billed.</summary>
    public const int CharactersPerRecord = 1000;

    /// <summary>The text records that a text is billed as.</summary>
    public static int Records(string text) => Math.Max(1, (text.Length + CharactersPerRecord - 1) / CharactersPerRecord);
}

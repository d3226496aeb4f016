using SocialListening.Contracts;

namespace SocialListening.Tests.Brands;

public sealed class AnnouncedEventTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-11-27T18:00", "2026-11-28T00:00", "2026-11-27T17:00Z", "2026-11-27T23:00Z")]
    [InlineData("America/Toronto", "2026-11-27T18:00:30", "2026-11-28T00:00", "2026-11-27T23:00:30Z", "2026-11-28T05:00Z")]
    [InlineData("Europe/Paris", "2026-11-27T18:00Z", "2026-11-27T18:00-05:00", "2026-11-27T18:00Z", "2026-11-27T23:00Z")]

    // In spring 02:00 to 03:00 is skipped, in autumn it comes twice.
    [InlineData("Europe/Paris", "2026-03-29T02:30", "2026-03-29T04:00", "2026-03-29T01:30Z", "2026-03-29T02:00Z")]
    [InlineData("Europe/Paris", "2026-10-25T02:30", "2026-10-25T02:45", "2026-10-25T00:30Z", "2026-10-25T01:45Z")]
    [InlineData("Europe/Paris", "2026-10-25T01:00", "2026-10-25T04:00", "2026-10-24T23:00Z", "2026-10-25T03:00Z")]
    public void Read_Times_AreTheBrandsOwnUnlessTheyNameAnOffset(string zone, string from, string to, string expectedFrom, string expectedTo)
    {
        var announced = Assert.Single(Assert.Single(Read(zone, from, to, "2").Brands).Events);
        Assert.Equal(new AnnouncedEvent("Gala", Instant(expectedFrom), Instant(expectedTo), 2), announced);
    }

    [Theory]
    [InlineData("2026-11-27T18:00", "2026-11-27T18:00", "ends before it starts")]
    [InlineData("2026-11-27T18:00", "2026-11-26T18:00", "ends before it starts")]
    [InlineData("2026-01-01T00:00", "2026-06-01T00:00", "at most 92 days")]
    [InlineData("tomorrow", "2026-06-01T00:00", "'tomorrow' is no time")]
    [InlineData("0001-01-01T00:00", "2026-06-01T00:00", "is no time")]
    public void Read_TimesThatMakeNoEvent_AreRefusedWithAdvice(string from, string to, string expected)
    {
        var error = Assert.Single(Read("Europe/Paris", from, to, "2").Errors);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("\"2\"")]
    [InlineData("1e400")]
    public void Read_FactorOutOfRange_IsRefused(string factor)
    {
        var error = Assert.Single(Read("Europe/Paris", "2026-11-27T18:00", "2026-11-28T00:00", factor).Errors);
        Assert.Contains("Write a number from 0.1 to 100.", error.ToString(), StringComparison.Ordinal);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SocialListening.Brands.BrandFile Read(string zone, string from, string to, string factor) => BrandFiles.Read($$"""
        { "brands": [ { "id": "a", "name": "A", "query": "atlas", "timeZone": "{{zone}}", "events": [
          { "name": "Gala", "from": "{{from}}", "to": "{{to}}", "expectedFactor": {{factor}} } ] } ] }
        """);
}

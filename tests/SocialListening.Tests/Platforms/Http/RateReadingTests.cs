using SocialListening.Platforms.Http;

namespace SocialListening.Tests.Platforms.Http;

public sealed class RateReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(ResetForm.EpochSeconds), "1795165500", 300)]
    [InlineData(nameof(ResetForm.EpochSeconds), "1795165200", 0)]
    [InlineData(nameof(ResetForm.EpochSeconds), "1", 0)]
    [InlineData(nameof(ResetForm.Iso8601), "2026-11-20T09:15:00.412673Z", 900.412673)]
    [InlineData(nameof(ResetForm.Iso8601), "2026-11-20T10:15:00+01:00", 900)]
    [InlineData(nameof(ResetForm.DeltaSeconds), "37", 37)]
    [InlineData(nameof(ResetForm.DeltaSeconds), "0.5", 0.5)]
    [InlineData(nameof(ResetForm.DeltaSeconds), "999999", 86400)]
    public void Of_ResetHeader_IsReadInItsForm(string form, string value, double seconds)
    {
        var reading = Read(Enum.Parse<ResetForm>(form), ("Left", "0"), ("Reset", value));

        Assert.Equal(Now + TimeSpan.FromSeconds(seconds), reading.ResetAt);
        Assert.Equal(reading.ResetAt, reading.BlockedUntil(throttled: false));
    }

    [Theory]
    [InlineData(nameof(ResetForm.EpochSeconds), "soon")]
    [InlineData(nameof(ResetForm.EpochSeconds), "-5")]
    [InlineData(nameof(ResetForm.EpochSeconds), "1e300")]
    [InlineData(nameof(ResetForm.EpochSeconds), "99999999999999999999")]
    [InlineData(nameof(ResetForm.Iso8601), "1795165500")]
    [InlineData(nameof(ResetForm.DeltaSeconds), "")]
    [InlineData(nameof(ResetForm.DeltaSeconds), "NaN")]
    public void Of_ResetThatCannotBeRead_IsNotSaid(string form, string value) => Assert.Null(Read(Enum.Parse<ResetForm>(form), ("Reset", value)).ResetAt);

    [Theory]
    [InlineData("143", 143)]
    [InlineData("Fri, 20 Nov 2026 09:30:00 GMT", 1800)]
    [InlineData("Fri, 20 Nov 2026 08:30:00 GMT", 0)]
    public void Of_RetryAfter_IsReadAsSecondsOrDateAndNeverInThePast(string value, double seconds) =>
        Assert.Equal(Now + TimeSpan.FromSeconds(seconds), Read(ResetForm.EpochSeconds, ("Retry-After", value)).RetryAt);

    [Fact]
    public void BlockedUntil_Throttled_PrefersRetryAfterOverTheWindowsEnd()
    {
        var both = Read(ResetForm.EpochSeconds, ("Retry-After", "143"), ("Left", "0"), ("Reset", "1795165500"));

        Assert.Equal(Now + TimeSpan.FromSeconds(143), both.BlockedUntil(throttled: true));
        Assert.Equal(Now + TimeSpan.FromSeconds(300), both.BlockedUntil(throttled: false));
        Assert.Null(Read(ResetForm.EpochSeconds, ("Left", "287"), ("Reset", "1795165500")).BlockedUntil(throttled: false));
        Assert.Null(Read(ResetForm.EpochSeconds).BlockedUntil(throttled: true));
    }

    private static RateReading Read(ResetForm form, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.With(name, value);
        }

        return RateReading.Of(response.Headers, new RateHeaders("Left", "Reset", form), Now);
    }
}

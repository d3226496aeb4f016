using System.Globalization;
using SocialListening.Functions.Http;

namespace SocialListening.Functions.Tests.Http;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("2026-03-20", "2026-03-20T00:00:00Z")]
    [InlineData("2026-03-20T12:00", "2026-03-20T12:00:00Z")]
    [InlineData("2026-03-20 12:00", "2026-03-20T12:00:00Z")]
    [InlineData("2026-03-20T12:00:30.5Z", "2026-03-20T12:00:30.5Z")]
    [InlineData("2026-03-20t12:00:30z", "2026-03-20T12:00:30Z")]
    [InlineData("2026-03-20T12:00:00+02:00", "2026-03-20T10:00:00Z")]
    [InlineData("2026-03-20T12:00:00 02:00", "2026-03-20T10:00:00Z")]
    [InlineData("2026-03-20 12:00 02:00", "2026-03-20T10:00:00Z")]
    [InlineData("2026-03-20T12:00:00-05:30", "2026-03-20T17:30:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T02:30:00Z")]
    public void TryRead_Iso8601_IsThatInstant(string text, string expected)
    {
        Assert.True(InstantText.TryRead(text, out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("12:00")]
    [InlineData("01/02/2026")]
    [InlineData("20/03/2026")]
    [InlineData("2026-3-20")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-20T24:01")]
    [InlineData("2026-03-20T12")]
    [InlineData("2026-03-20T12:00:00+25:00")]
    [InlineData("2026-03-20Z")]
    [InlineData("2026-03-20\n")]
    [InlineData("1774000000")]
    [InlineData("March 2026")]
    [InlineData("٢٠٢٦-٠٣-٢٠")]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2000-01-01T00:00:00+01:00")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.False(InstantText.TryRead(text, out _));
}

using System.Globalization;
using SocialListening.Platforms.Rss;

namespace SocialListening.Tests.Platforms.Rss;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Fri, 20 Nov 2026 09:41:12 +0100", "2026-11-20T08:41:12")]
    [InlineData("Fri, 20 Nov 2026 08:15:03 GMT", "2026-11-20T08:15:03")]
    [InlineData("Wed, 18 Nov 2026 05:30:11 EST", "2026-11-18T10:30:11")]
    [InlineData("Mon, 18 Nov 2026 05:30:11 Z", "2026-11-18T05:30:11")]
    [InlineData("18 Nov 26 05:30 UT", "2026-11-18T05:30:00")]
    [InlineData("1 January 2026 5:03:02 -0330", "2026-01-01T08:33:02")]
    [InlineData("Fri, 20-Nov-2026 08:15:03 PDT", "2026-11-20T15:15:03")]
    [InlineData("Friday, 20 November 2026 08:15:03 +01:00", "2026-11-20T07:15:03")]
    [InlineData("Fri, 20 Nov 2026 08:15:60 GMT", "2026-11-20T08:15:59")]
    [InlineData("Fri, 20 Nov 2026 08:15:03 GMT (heure)", "2026-11-20T08:15:03")]
    [InlineData("Fri, 20 Nov 2026", "2026-11-20T00:00:00")]
    [InlineData("18/11/2026 06:00", "2026-11-18T06:00:00")]
    [InlineData("03/04/2026", "2026-04-03T00:00:00")]
    [InlineData("11/18/2026 06:00:07", "2026-11-18T06:00:07")]
    [InlineData("2026-11-20T09:30:00+01:00", "2026-11-20T08:30:00")]
    [InlineData("2026-11-20 09:30:00", "2026-11-20T09:30:00")]
    [InlineData("2026-11-20", "2026-11-20T00:00:00")]
    public void Parse_DatesAsFeedsWriteThem_AreRead(string text, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        FeedDates.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("31 Feb 2026 10:00 GMT")]
    [InlineData("Fri, 20 Nov 2026 25:00:00 GMT")]
    [InlineData("Fri, 20 Nov 2026 10:00:00 +9999")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("40/13/2026")]
    public void Parse_WhatIsNoDate_IsNull(string? text) => Assert.Null(FeedDates.Parse(text));
}

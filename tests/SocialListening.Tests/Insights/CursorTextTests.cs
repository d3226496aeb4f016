using SocialListening.Insights;
using SocialListening.Storage;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Insights;

public sealed class CursorTextTests
{
    [Fact]
    public void RoundTrip_IdWithAnyCharacters_IsExact()
    {
        var cursor = new MentionCursor(Samples.Noon.AddTicks(1), "rss:https://example.invalid/?a|b=é 👍");
        Assert.True(CursorText.TryRead(CursorText.Write(cursor), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OXxh")]
    public void TryRead_WhateverIsNoCursor_IsRefused(string text) => Assert.False(CursorText.TryRead(text, out _));
}

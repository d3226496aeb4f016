using System.Diagnostics;
using SocialListening.Platforms.Text;

namespace SocialListening.Tests.Platforms.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Un</p><p>Deux<br>Trois</p>", "Un\nDeux\nTrois")]
    [InlineData("a &amp;amp; b &lt;script&gt;<i>x</i>", "a &amp; b <script>x")]
    [InlineData("a<script>alert(1)</script>b<style>p{}</style>c", "abc")]
    [InlineData("<a href=\"x\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">presse.example.fr/a</span><span class=\"invisible\">tlas</span></a> fin", "presse.example.fr/a fin")]
    [InlineData("<span class=\"h-card invisible x\">a<span>b</span>c</span>d", "d")]
    [InlineData("  <p>  beaucoup \n d'espaces </p> ", "beaucoup d'espaces")]
    [InlineData("sans balise\nmais &eacute;crit &#x27;ainsi&#39;", "sans balise\nmais écrit 'ainsi'")]
    [InlineData("1 < 2 et 3 > 2", "1 < 2 et 3 > 2")]
    [InlineData("<p>ouvert <b>jamais fermé", "ouvert jamais fermé")]
    [InlineData("<!-- rien --><p>x</p><!doctype html>", "x")]
    [InlineData("", "")]
    public void FromHtml_Markup_BecomesTheTextThatAPersonReads(string html, string expected) => Assert.Equal(expected, PlainText.FromHtml(html));

    [Fact]
    public void Clean_ControlsAndLoneSurrogates_AreDroppedAndTheRestKept()
    {
        Assert.Equal("a\tb\nc\nde\u0301 👩🏽‍🚒 \u202Ertl\u202C", PlainText.Clean("\0a\tb\r\nc\rd\u0007\uD83De\u0301 👩🏽‍🚒 \u202Ertl\u202C\uDC00\u0085\uFFFF"));
    }

    [Fact]
    public void Clean_LongText_IsCutWithoutSplittingACharacter()
    {
        var text = PlainText.Clean(string.Concat(Enumerable.Repeat("x", PlainText.MaxLength - 1)) + "👩👩");

        Assert.Equal(PlainText.MaxLength - 1, text.Length);
        Assert.False(char.IsSurrogate(text[^1]));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<span class=invisible>")]
    [InlineData("<table><tr><td>")]
    [InlineData("</p>")]
    public void FromHtml_HostileNesting_TakesTimeInProportionToItsLength(string tag)
    {
        var began = Stopwatch.GetTimestamp();

        PlainText.FromHtml(string.Concat(Enumerable.Repeat(tag, 100_000)) + "fin");

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Line_ManyLines_BecomeOneShortLine()
    {
        Assert.Equal("a b", PlainText.Line("a\nb"));
        Assert.Null(PlainText.Line(" \u0000 "));
        Assert.Equal(255, PlainText.Line(new string('x', 255) + "👩")!.Length);
    }
}

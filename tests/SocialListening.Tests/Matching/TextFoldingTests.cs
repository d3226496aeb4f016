using SocialListening.Matching;

namespace SocialListening.Tests.Matching;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("Solidarite\u0301 ATLAS", "solidarite atlas")]
    [InlineData("Ｂｏｒéａｌ", "boreal")]
    [InlineData("𝐁𝐨𝐫𝐞𝐚𝐥 𝒞𝒶𝒻é", "boreal cafe")]
    [InlineData("Œuvre Æther Straße ŁÓDŹ", "oeuvre aether strasse lodz")]
    [InlineData("ΌΔΟΣ", "οδοσ")]
    [InlineData("İstanbul ısı", "istanbul isi")]
    [InlineData("Йод Ёлка", "иод елка")]
    [InlineData("a\u200B\u202Eb\u00AD\uFEFFc\u2066", "abc")]
    [InlineData("ｶﾞｷﾞ", "ガギ")]
    [InlineData("قَهْوَة", "قهوة")]
    [InlineData("किताब", "किताब")]
    [InlineData("l’été", "l'ete")]
    public void Fold_GivesWhatIsCompared(string text, string expected) => Assert.Equal(expected, FoldedText.Fold(text));

    [Fact]
    public void Fold_HalfSurrogate_IsASpace() => Assert.Equal("bad   half", FoldedText.Fold("bad \uD800 half"));

    [Fact]
    public void Fold_EveryCharacterTwice_EqualsOnce()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string once = FoldedText.Fold(((char)c).ToString());
            Assert.True(once == FoldedText.Fold(once), $"U+{c:X4}");
        }
    }
}

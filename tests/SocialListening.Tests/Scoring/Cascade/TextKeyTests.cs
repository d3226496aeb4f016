using SocialListening.Scoring.Cascade;

namespace SocialListening.Tests.Scoring.Cascade;

public sealed class TextKeyTests
{
    [Theory]
    [InlineData("Quelle  honte !\n", " Quelle honte ! ")]
    [InlineData("caf\u00e9 froid", "cafe\u0301 froid")]
    [InlineData("Quelle honte https://t.co/abc", "Quelle honte https://t.co/xyz?s=1")]
    public void Of_TheSameWords_AreTheSameKey(string one, string other) => Assert.Equal(TextKey.Of(one, "fr"), TextKey.Of(other, "fr"));

    [Fact]
    public void Of_LoneSurrogate_IsTheKeyOfWhatIsSentForIt() => Assert.Equal(TextKey.Of("odd \ufffd end", "fr"), TextKey.Of("odd \ud83d end", "fr"));

    [Fact]
    public void Of_OtherWordsLettersOrLanguage_AreOtherKeys()
    {
        string[] keys = [TextKey.Of("pain", "fr"), TextKey.Of("pain", "en"), TextKey.Of("pain", null), TextKey.Of("PAIN", "fr"), TextKey.Of("pain !", "fr"), TextKey.OfLanguage("fr")];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", key));
    }
}

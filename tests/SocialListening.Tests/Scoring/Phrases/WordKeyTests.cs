using SocialListening.Scoring.Embedded.Text;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Tests.Scoring.Phrases;

public sealed class WordKeyTests
{
    [Theory]
    [InlineData("Grève", "greves")]
    [InlineData("GRÈVE", "grève")]
    [InlineData("gre\u0300ve", "grève")]
    [InlineData("company", "companies")]
    [InlineData("party", "parties")]
    [InlineData("bateau", "bateaux")]
    [InlineData("cœur", "coeur")]
    [InlineData("noooon", "non")]
    [InlineData("الكهرباء", "كهرباء")]
    [InlineData("Straße", "strasse")]
    public void Of_FormsOfOneWord_AreTheSame(string a, string b) => Assert.Equal(KeyOf(a), KeyOf(b));

    [Theory]
    [InlineData("virus", "viru")]
    [InlineData("Paris", "pari")]
    [InlineData("boss", "bos")]
    [InlineData("panne", "pane")]
    [InlineData("prix", "pri")]
    public void Of_OtherWords_Differ(string a, string b) => Assert.NotEqual(KeyOf(a), KeyOf(b));

    private static ulong KeyOf(string word)
    {
        var buffer = new TokenBuffer();
        Tokenizer.Read(word, buffer);
        var token = Assert.Single(buffer.Tokens.ToArray());
        return WordKey.Of(buffer.Normalized.Slice(token.NormalStart, token.NormalLength), token.IsElongated);
    }
}

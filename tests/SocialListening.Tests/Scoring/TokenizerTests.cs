using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Tests.Scoring;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Bonjour à tous", "bonjour|à|tous")]
    [InlineData("l'équipe n’est pas là", "l|équipe|n|est|pas|là")]
    [InlineData("I don't, we CAN’T", "i|don't|we|can't")]
    [InlineData("soooo goooood", "soo|good")]
    [InlineData("#BalanceTonPorc #LaREM_2024", "balance|ton|porc|la|rem")]
    [InlineData("مرحبا بالعالم", "مرحبا|بالعالم")]
    [InlineData("Приветmonde", "приветmonde")]
    [InlineData("cafe\u0301", "cafe")]
    public void Read_Words_AreLowerCasedAndCut(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words(text, TokenKind.Word)));

    [Theory]
    [InlineData("voir https://exemple.fr/a?b=c#d :)", "Word Link Emoticon")]
    [InlineData("@moi@instance.social ok!!", "Mention Word Mark")]
    [InlineData("10:30 le 12/05", "Number Number Word Number Number")]
    [InlineData("😀👍🏽❤️", "Emoji Emoji Emoji")]
    [InlineData("bof... :-/ <3 xD T_T ^^", "Word Mark Emoticon Emoticon Emoticon Emoticon Emoticon")]
    [InlineData("xylophone Xavier", "Word Word")]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    public void Read_MixedText_NamesEachKind(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokens(text).Select(t => t.Kind)));

    [Fact]
    public void Read_LoneSurrogates_AreSkipped()
    {
        Assert.Empty(Tokens("\uD83D \uDE00"));
        Assert.Equal([TokenKind.Word, TokenKind.Word], Tokens("a\uDE00\uD83Db").Select(t => t.Kind));
    }

    [Fact]
    public void Read_Shouting_IsMarked()
    {
        var tokens = Tokens("QUELLE honte A");

        Assert.Equal([true, false, false], tokens.Select(t => t.IsShouted));
    }

    [Fact]
    public void Read_AccentsLeftOut_HashTheSame() =>
        Assert.Equal(Tokens("déçu")[0].Hash, Tokens("decu")[0].Hash);

    [Fact]
    public void Read_RandomUnits_StaysWithinTheTextInOrder()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText.Next(random, random.Next(0, 120));
            var end = 0;
            foreach (var token in Tokens(text))
            {
                Assert.True(token.Start >= end, "tokens overlap");
                Assert.True(token.Length > 0);
                end = token.Start + token.Length;
                Assert.True(end <= text.Length);
            }
        }
    }

    private static Token[] Tokens(string text)
    {
        var buffer = new TokenBuffer();
        Tokenizer.Read(text, buffer);
        return buffer.Tokens.ToArray();
    }

    private static IEnumerable<string> Words(string text, TokenKind kind)
    {
        var buffer = new TokenBuffer();
        Tokenizer.Read(text, buffer);
        return [.. buffer.Tokens.ToArray().Where(t => t.Kind == kind)
            .Select(t => buffer.Normalized.Slice(t.NormalStart, t.NormalLength).ToString())];
    }
}

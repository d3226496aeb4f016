using System.Numerics;
using SocialListening.Contracts;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class NearDuplicatesTests
{
    private const string Copy = "Saviez-vous que Solidarité Atlas finance des yachts de luxe avec vos dons ?";

    [Fact]
    public void Count_CopiesWithSmallChanges_AreFoundWhateverCaseAndLinks()
    {
        var posts = Posts(Copy, Copy.ToUpperInvariant() + " !!!", Copy + " https", "Quel beau marché de Noël à la Maison Atlas, venez nombreux samedi !");
        Assert.Equal(3, NearDuplicates.Count(posts, posts));
    }

    [Fact]
    public void Count_DifferentPostsOnOneSubject_AreNotTakenForCopies()
    {
        var posts = Posts(
            "Solidarité Atlas a jeté trois tonnes de colis, c'est une honte pour les donateurs",
            "Les colis jetés par Solidarité Atlas, mon père en avait préparé quarante avec moi",
            "Trois tonnes perdues : Solidarité Atlas doit une explication à ses bénévoles ce soir");
        Assert.Equal(0, NearDuplicates.Count(posts, posts));
    }

    [Fact]
    public void Count_Reposts_RepeatOpenlyAndDoNotCount()
    {
        var posts = Posts(Copy, Copy, Copy).Select(post => post with { Mention = post.Mention with { Kind = MentionKind.Repost } }).ToArray();
        Assert.Equal(0, NearDuplicates.Count(posts, posts));
    }

    [Theory]
    [InlineData("")]
    [InlineData("merci !")]
    [InlineData("👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍")]
    public void Fingerprint_TextTooShortToTell_IsNone(string text) => Assert.Equal(0UL, NearDuplicates.Fingerprint(text));

    [Theory]
    [InlineData(100)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(2000)]
    public void Fingerprint_AnyLength_OnePostWithALetterChangedStaysNear(int length)
    {
        var random = new Random(length);
        var letters = Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))).ToArray();
        var before = NearDuplicates.Fingerprint(new string(letters));
        var other = NearDuplicates.Fingerprint(new string([.. letters.Select(_ => (char)('a' + random.Next(26)))]));
        letters[length / 2] = letters[length / 2] == 'a' ? 'b' : 'a';
        var after = NearDuplicates.Fingerprint(new string(letters));
        Assert.True(BitOperations.PopCount(before ^ after) < BitOperations.PopCount(before ^ other));
        Assert.InRange(BitOperations.PopCount(before ^ other), 12, 52);
    }

    private static ScoredMention[] Posts(params string[] texts) => [.. texts.Select((text, i) => Samples.Scored(Samples.Mention($"{i}", text: text)))];
}

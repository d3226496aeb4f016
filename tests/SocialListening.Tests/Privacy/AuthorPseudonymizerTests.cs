using SocialListening.Privacy;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Privacy;

public sealed class AuthorPseudonymizerTests
{
    private static readonly AuthorPseudonymizer Pseudonymizer = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void Apply_RemovesHandleAndName_AndKeepsAuthorsApart()
    {
        var one = Pseudonymizer.Apply(Samples.Mention());
        var other = Pseudonymizer.Apply(Samples.Mention() with { AuthorId = "author-2" });
        Assert.Null(one.AuthorHandle);
        Assert.Null(one.AuthorDisplayName);
        Assert.NotEqual(one.AuthorId, other.AuthorId);
        Assert.Equal(one.AuthorId, Pseudonymizer.Apply(Samples.Mention("9")).AuthorId);
        Assert.DoesNotContain("author-1", one.AuthorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_WithAnotherKey_GivesAnotherPseudonym() =>
        Assert.NotEqual(Pseudonymizer.Pseudonym("x", "1"), new AuthorPseudonymizer(new byte[32]).Pseudonym("x", "1"));

    [Fact]
    public void Apply_AuthorHiddenByThePlatform_StaysUnknown() =>
        Assert.Null(Pseudonymizer.Apply(Samples.Mention() with { AuthorId = null, AuthorHandle = null }).AuthorId);

    [Fact]
    public void Constructor_ShortKey_IsRefused() => Assert.Throws<ArgumentException>(() => new AuthorPseudonymizer(new byte[31]));
}

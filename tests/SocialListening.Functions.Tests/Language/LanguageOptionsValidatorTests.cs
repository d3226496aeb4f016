using Microsoft.Extensions.Configuration;
using SocialListening.Contracts;
using SocialListening.Functions.Azure.Language;

namespace SocialListening.Functions.Tests.Language;

public sealed class LanguageOptionsValidatorTests
{
    private const string Endpoint = "https://ngo.cognitiveservices.azure.com";

    [Theory]
    [InlineData(ScoringMode.Embedded, null, null, null)]
    [InlineData(ScoringMode.Cascade, Endpoint, null, null)]
    [InlineData(ScoringMode.Azure, Endpoint, "0123456789abcdef", null)]
    [InlineData(ScoringMode.Cascade, "http://127.0.0.1:5000", "key", null)]
    [InlineData(ScoringMode.Cascade, null, null, "set Language:Endpoint")]
    [InlineData(ScoringMode.Azure, "", "key", "set Language:Endpoint")]
    [InlineData(ScoringMode.Cascade, "http://127.0.0.1:5000", null, "https")]
    [InlineData(ScoringMode.Cascade, "http://ngo.cognitiveservices.azure.com", "key", "https")]
    [InlineData(ScoringMode.Embedded, "ngo.cognitiveservices.azure.com", null, "https")]
    [InlineData(ScoringMode.Cascade, Endpoint, "", "KEY 1")]
    [InlineData(ScoringMode.Cascade, Endpoint, "two words", "KEY 1")]
    public void Validate_Settings_SaysWhatToDo(ScoringMode mode, string? endpoint, string? key, string? told)
    {
        var result = new LanguageOptionsValidator(Settings(mode)).Validate(null, new LanguageOptions { Endpoint = endpoint, Key = key });

        Assert.Equal(told is null, result.Succeeded);
        Assert.Contains(told ?? string.Empty, result.FailureMessage ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_BadKey_IsNeverQuoted()
    {
        var options = new LanguageOptions { Endpoint = Endpoint, Key = "a secret with blanks" };

        var result = new LanguageOptionsValidator(Settings(ScoringMode.Embedded)).Validate(null, options);

        Assert.DoesNotContain("a secret", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", options.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(ScoringMode mode) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Scoring:Mode", mode.ToString())]).Build();
}

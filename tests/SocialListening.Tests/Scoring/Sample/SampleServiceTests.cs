using SocialListening.Benchmarks.Sentiment.Sample;
using SocialListening.Contracts;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Tests.Scoring.Sample;

public sealed class SampleServiceTests
{
    [Fact]
    public async Task Ask_PersonalDataAndAFailure_MasksTheOneAndReportsTheOther()
    {
        var service = new OneAnswer();
        var faults = new List<string>();
        SampleRow[] rows = [new(2, "Write to ann@example.org, I love it", 2, null), new(3, "???", 1, null)];

        var answers = await SampleService.AskAsync(
            service, rows, [new("en", 2, 0.8), new("und", 1, 0.4)], faults.Add, CancellationToken.None);

        Assert.Equal([new SampleAnswer("en", 2, 0.75f), null], answers);
        Assert.DoesNotContain("ann@", service.Asked[0].Text, StringComparison.Ordinal);
        Assert.Equal(["en", null], service.Asked.Select(q => q.Language));
        Assert.Equal("Line 3: too odd", Assert.Single(faults));
    }

    private sealed class OneAnswer : ILanguageService
    {
        public List<LanguageQuestion> Asked { get; } = [];

        public int RecordsOf(LanguageQuestion question) => 1;

        public Task<IReadOnlyList<LanguageResult>> AskAsync(IReadOnlyList<LanguageQuestion> questions, CancellationToken cancellationToken)
        {
            Asked.AddRange(questions);
            var answer = new LanguageAnswer
            {
                Language = "en",
                Sentiment = SentimentLabel.Positive,
                Negative = 0.1f,
                Neutral = 0.15f,
                Positive = 0.75f,
                ModelVersion = "x",
            };
            return Task.FromResult<IReadOnlyList<LanguageResult>>(
                [new(answer, null, 1), new(null, new LanguageFailure(LanguageFailureClass.Invalid, "too odd"), 0)]);
        }
    }
}

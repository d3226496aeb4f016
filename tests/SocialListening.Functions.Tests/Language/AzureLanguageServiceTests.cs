using System.Globalization;
using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SocialListening.Contracts;
using SocialListening.Functions.Azure.Language;
using SocialListening.Scoring.Cascade;

namespace SocialListening.Functions.Tests.Language;

/// <summary>The adapter against a server that keeps the service's documented limits and fails in its documented ways.</summary>
public sealed class AzureLanguageServiceTests : IAsyncLifetime
{
    private static readonly LanguageQuestion Good = new("good", "en");

    private LanguageServer _server = null!;

    public async Task InitializeAsync() => _server = await LanguageServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Ask_MoreThanTenTexts_SplitsAndKeepsTheOrder()
    {
        LanguageQuestion[] questions = [.. Enumerable.Range(0, 23).Select(i => new LanguageQuestion(i % 2 == 0 ? $"good {i}" : $"bad {i}", "en"))];

        var results = await Service().AskAsync(questions, default);

        Assert.Equal([10, 10, 3], _server.Requests.Select(request => request.Documents.Count));
        Assert.Equal(questions.Select(question => question.Text[0] == 'g' ? SentimentLabel.Positive : SentimentLabel.Negative), results.Select(result => result.Answer!.Sentiment));
        Assert.All(results, result => Assert.Equal(1, result.Records));
        Assert.Equal(23, _server.Billed);
    }

    [Theory]
    [InlineData("e\u0301")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("x")]
    public async Task Ask_TextBeyondTheLimit_IsCutBetweenTextElementsAndAnswered(string element)
    {
        var result = Assert.Single(await Service().AskAsync([new(string.Concat(Enumerable.Repeat(element, 6000)), "fr")], default));

        Assert.True(result.Answer!.Truncated);
        Assert.Equal(6, result.Records);
        var sent = Assert.Single(Assert.Single(_server.Requests).Texts);
        Assert.Equal(5120, new StringInfo(sent).LengthInTextElements);
        Assert.EndsWith(element, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_LoneSurrogates_AreSentAsReplacementCharacters()
    {
        var result = Assert.Single(await Service().AskAsync([new("good \ud83d luck \udc4d", "en")], default));

        Assert.Equal(SentimentLabel.Positive, result.Answer!.Sentiment);
        Assert.Equal("good \ufffd luck \ufffd", Assert.Single(_server.Requests.Single().Texts));
    }

    [Fact]
    public async Task Ask_WithoutALanguage_HasItFoundFirstAndCountsThat()
    {
        var service = Service();
        var questions = new LanguageQuestion[] { new("merci", null), new("zzz", null), new("bad", "en") };

        var results = await service.AskAsync(questions, default);

        Assert.Equal(["LanguageDetection", "SentimentAnalysis"], _server.Requests.Select(request => request.Kind));
        Assert.Equal(("fr", SentimentLabel.Positive, 2), (results[0].Answer!.Language, results[0].Answer!.Sentiment, results[0].Records));
        Assert.Equal((LanguageFailureClass.UnsupportedLanguage, 1), (results[1].Failure!.Class, results[1].Records));
        Assert.Equal(1, results[2].Records);
        Assert.Equal([2, 2, 1], questions.Select(service.RecordsOf));
        Assert.Equal("", _server.Requests.First().Documents[0].GetProperty("countryHint").GetString());
    }

    [Fact]
    public async Task Ask_Always_OptsOutOfTheServicesLogs()
    {
        await Service().AskAsync([Good], default);
        await Service(options => options.ServiceLogs = true).AskAsync([Good], default);

        Assert.Equal([true, false], _server.Requests.Select(request => request.Json.GetProperty("parameters").GetProperty("loggingOptOut").GetBoolean()));
    }

    [Fact]
    public async Task Ask_Opinions_AreGivenAtOffsetsOfTheText()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("sentiment-opinions.json"));
        const string Text = "👩‍🍳 The soup was warm and delicious. The cafe\u0301 staff was not friendly 😡.";

        var answer = (await Service().AskAsync([new(Text, "en")], default))[0].Answer!;

        // Mixed: the more probable of praise and blame.
        Assert.Equal(SentimentLabel.Negative, answer.Sentiment);
        Assert.Equal(1, answer.Negative + answer.Neutral + answer.Positive, 5);
        Assert.Equal(
            [("soup", SentimentLabel.Positive), ("cafe\u0301 staff", SentimentLabel.Negative)], answer.Opinions.Select(opinion => (opinion.Target, opinion.Sentiment)));
        Assert.All(answer.Opinions, opinion => Assert.Equal(opinion.Target, Text.Substring(opinion.Start, opinion.Target.Length)));
        Assert.Equal("2022-11-01", answer.ModelVersion);
    }

    [Fact]
    public async Task Ask_PerDocumentErrors_FailThoseAlone()
    {
        var questions = new LanguageQuestion[] { Good, new("tere", "et"), new("  ", "en"), new("refuse this", "en"), new("bad", "en") };

        var results = await Service().AskAsync(questions, default);

        Assert.Equal(
            [null, LanguageFailureClass.UnsupportedLanguage, LanguageFailureClass.Invalid, LanguageFailureClass.Invalid, null], results.Select(result => result.Failure?.Class));
        Assert.All(results.Where(result => !result.IsAnswered), result => Assert.True(result.Failure!.IsFinal && result.Records == 0 && !result.Failure.MayBeBilled));
        Assert.Equal(4, _server.Requests.Single().Documents.Count);
    }

    [Fact]
    public async Task Ask_DocumentedErrorsAndWarnings_AreUnderstood()
    {
        var fixture = LanguageServer.Fixture("sentiment-errors.json");
        _server.Scripts.Enqueue(Renamed(fixture));

        var results = await Service().AskAsync([new("Quelle honte", "fr"), new("tere", "et"), new("x", "fr"), new("long", "fr")], default);

        Assert.Equal([null, LanguageFailureClass.UnsupportedLanguage, LanguageFailureClass.Invalid, null], results.Select(result => result.Failure?.Class));
        Assert.Equal([1, 0, 0, 2], results.Select(result => result.Records));
        Assert.False(results[3].Answer!.Truncated);
    }

    [Fact]
    public async Task Ask_RequestRefusedForOneText_AnswersTheOthers()
    {
        Func<HttpContext, Task> refuse = LanguageServer.Fixture("too-many-documents.json", 400);
        _server.Scripts.Enqueue(refuse);
        _server.Scripts.Enqueue(refuse);
        _server.Scripts.Enqueue(refuse);

        var results = await Service().AskAsync([new("bad 1", "en"), new("bad 2", "en"), new("bad 3", "en"), new("bad 4", "en")], default);

        Assert.Equal([4, 2, 1, 1, 2], _server.Requests.Select(request => request.Documents.Count));
        Assert.Equal([LanguageFailureClass.Invalid, null, null, null], results.Select(result => result.Failure?.Class));
    }

    [Fact]
    public async Task Ask_KeyPhrasesAndPersonalData_LeavesPeopleOutOfThePhrases()
    {
        const string Text = "Call Marie Dupont at 15.00.00.00 🧥";
        var service = Service(options => (options.KeyPhrases, options.PersonalData) = (true, true));
        _server.Scripts.Enqueue(Renamed(LanguageServer.Body("""
            {"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"a","sentiment":"neutral","confidenceScores":{"positive":0.1,"neutral":0.8,"negative":0.1},"warnings":[],
            "sentences":[{"sentiment":"neutral","confidenceScores":{"positive":0.1,"neutral":0.8,"negative":0.1},"offset":0,"length":35,"text":"x","assessments":[],
            "targets":[{"sentiment":"positive","confidenceScores":{"positive":1,"negative":0},"offset":5,"length":5,"text":"Marie","relations":[]}]}]}],"errors":[],"modelVersion":"m"}}
            """)));
        _server.Scripts.Enqueue(Renamed(LanguageServer.Fixture("key-phrases.json")));
        _server.Scripts.Enqueue(Renamed(LanguageServer.Fixture("personal-data.json")));

        var result = (await service.AskAsync([new(Text, "en")], default))[0];

        Assert.Equal(["food bank", "warm coats"], result.Answer!.KeyPhrases);
        Assert.Empty(result.Answer.Opinions);
        Assert.Equal(3, result.Records);
        Assert.Equal(3, service.RecordsOf(new(Text, "en")));
        Assert.Contains("Person", _server.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_PersonalDataUnknown_KeepsNoPhraseButTheTone()
    {
        var service = Service(options => (options.KeyPhrases, options.PersonalData, options.MaxRetries) = (true, true, 0));
        _server.Scripts.Enqueue(Pass);
        _server.Scripts.Enqueue(Pass);
        _server.Scripts.Enqueue(LanguageServer.Body("{}", 500));

        var result = (await service.AskAsync([new("good morning everybody", "en")], default))[0];

        Assert.Equal((SentimentLabel.Positive, true), (result.Answer!.Sentiment, result.Answer.IsPartial));
        Assert.Empty(result.Answer.KeyPhrases);
        Assert.Equal(2, result.Records);
        Assert.Equal(LanguageFailureClass.Unavailable, result.Missing!.Class);
    }

    [Fact]
    public async Task Ask_PersonalDataOfOneTextFails_ThatAnswerAloneIsToldAsPartial()
    {
        var service = Service(options => options.PersonalData = true);
        _server.Scripts.Enqueue(Pass);
        _server.Scripts.Enqueue(LanguageServer.Body("""
            {"kind":"PiiEntityRecognitionResults","results":{"documents":[{"id":"0","redactedText":"good","entities":[],"warnings":[]}],
            "errors":[{"id":"1","error":{"code":"InvalidArgument","message":"No.","innererror":{"code":"UnsupportedLanguageCode","message":"No."}}}],"modelVersion":"m"}}
            """));

        var results = await service.AskAsync([Good, new("bad", "en"), new("good again", "en")], default);

        Assert.Equal([false, true, true], results.Select(result => result.Answer!.IsPartial));
        Assert.Equal([null, LanguageFailureClass.UnsupportedLanguage, LanguageFailureClass.Unavailable], results.Select(result => result.Missing?.Class));
        Assert.Equal([SentimentLabel.Positive, SentimentLabel.Negative, SentimentLabel.Positive], results.Select(result => result.Answer!.Sentiment));
        Assert.True(results[2].Missing!.MayBeBilled);
    }

    [Fact]
    public async Task Ask_KeyPhrasesFail_AnswerIsToldAsPartial()
    {
        var service = Service(options => (options.KeyPhrases, options.MaxRetries) = (true, 0));
        _server.Scripts.Enqueue(Pass);
        _server.Scripts.Enqueue(LanguageServer.Body("{}", 503));

        var result = (await service.AskAsync([Good], default))[0];

        Assert.Equal((SentimentLabel.Positive, true, LanguageFailureClass.Unavailable), (result.Answer!.Sentiment, result.Answer.IsPartial, result.Missing!.Class));
    }

    [Fact]
    public async Task Ask_ManyTextsForPersonalData_SendsFiveAtATime()
    {
        await Service(options => options.PersonalData = true).AskAsync([.. Enumerable.Repeat(Good, 10)], default);

        Assert.Equal([("SentimentAnalysis", 10), ("PiiEntityRecognition", 5), ("PiiEntityRecognition", 5)], _server.Requests.Select(request => (request.Kind, request.Documents.Count)));
    }

    [Theory]
    [InlineData("wrong-key.json", 401, LanguageFailureClass.Unauthorised, "Language:Key")]
    [InlineData("wrong-key.json", 403, LanguageFailureClass.Unauthorised, "403")]
    [InlineData("out-of-quota.json", 403, LanguageFailureClass.Throttled, "quota")]
    [InlineData("wrong-key.json", 404, LanguageFailureClass.Unauthorised, "Language:Endpoint")]
    public async Task Ask_Refused_TellsWhatToDoAndLeavesTheServiceAlone(string fixture, int status, LanguageFailureClass expected, string told)
    {
        var clock = new Compat.ManualTime(DateTimeOffset.UnixEpoch.AddDays(20000));
        var service = Service(time: clock);
        _server.Scripts.Enqueue(LanguageServer.Fixture(fixture, status));

        var failure = (await service.AskAsync([Good], default))[0].Failure!;
        var again = (await service.AskAsync([Good], default))[0].Failure!;

        Assert.Equal(expected, failure.Class);
        Assert.Contains(told, failure.Reason, StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromMinutes(15), failure.RetryAt);
        Assert.Equal(failure, again);
        Assert.Single(_server.Requests);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True((await service.AskAsync([Good], default))[0].IsAnswered);
    }

    [Fact]
    public async Task Ask_ThrottledForLong_IsPutOffUntilThenWithoutHoldingTheWorker()
    {
        var clock = new Compat.ManualTime(DateTimeOffset.UnixEpoch.AddDays(20000));
        var service = Service(time: clock);
        _server.Scripts.Enqueue(LanguageServer.Fixture("throttled.json", 429, ("Retry-After", "7")));

        var failures = (await service.AskAsync([.. Enumerable.Repeat(Good, 12)], default)).Select(result => result.Failure!).ToArray();

        Assert.All(failures, failure => Assert.Equal((LanguageFailureClass.Throttled, clock.GetUtcNow().AddSeconds(7), false), (failure.Class, failure.RetryAt, failure.MayBeBilled)));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Ask_ThrottledBriefly_WaitsAndIsAnswered()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("throttled.json", 429, ("retry-after-ms", "20")));

        Assert.True((await Service().AskAsync([Good], default))[0].IsAnswered);

        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Ask_ThrottledUntilADate_IsPutOffUntilThen()
    {
        var clock = new Compat.ManualTime(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _server.Scripts.Enqueue(LanguageServer.Fixture("throttled.json", 429, ("Retry-After", "Mon, 02 Mar 2026 09:05:00 GMT")));

        Assert.Equal(clock.GetUtcNow().AddMinutes(5), (await Service(time: clock).AskAsync([Good], default))[0].Failure!.RetryAt);
    }

    [Fact]
    public async Task Ask_ServiceFails_IsRepeatedThenGivenUp()
    {
        foreach (var status in (int[])[500, 502, 503, 504])
        {
            _server.Scripts.Enqueue(LanguageServer.Body("{}", status));
        }

        var failure = (await Service(options => options.MaxRetries = 3).AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, false), (failure.Class, failure.MayBeBilled));
        Assert.Equal(4, _server.Requests.Count);
    }

    [Fact]
    public async Task Ask_SlowAnswer_IsGivenUpAndNeverRepeatedSinceItMayBeBilled()
    {
        _server.Scripts.Enqueue(context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted));

        var failure = (await Service(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(150)).AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, true), (failure.Class, failure.MayBeBilled));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Ask_SlowBeyondTheTotalTime_IsGivenUp()
    {
        _server.Scripts.Enqueue(context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted));

        var failure = (await Service(options => options.TotalTimeout = TimeSpan.FromMilliseconds(150)).AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, true), (failure.Class, failure.MayBeBilled));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Ask_ConnectionBreaksBeforeTheAnswer_IsNeverRepeatedSinceItMayBeBilled()
    {
        _server.Scripts.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var failure = (await Service().AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, true), (failure.Class, failure.MayBeBilled));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Ask_NobodyListens_IsUnavailableAndCertainlyNotBilled()
    {
        var endpoint = _server.Endpoint;
        await _server.DisposeAsync();

        var failure = (await Service(endpoint: endpoint).AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, false), (failure.Class, failure.MayBeBilled));
    }

    [Theory]
    [InlineData("{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[{\"id\":\"0\"}],\"errors\":[],\"modelVersion\":\"m\"}}")]
    [InlineData("{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[],\"errors\":[],\"modelVersion\":\"m\"}}")]
    [InlineData("{\"kind\":\"EntityLinkingResults\",\"results\":{}}")]
    [InlineData("{\"kind\":\"SentimentAnalysis")]
    [InlineData("[]")]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    public async Task Ask_AnswerOfAnotherShape_IsUnavailableAndMayBeBilled(string body)
    {
        _server.Scripts.Enqueue(LanguageServer.Body(body));

        var failure = (await Service().AskAsync([Good], default))[0].Failure!;

        Assert.Equal((LanguageFailureClass.Unavailable, true), (failure.Class, failure.MayBeBilled));
    }

    [Fact]
    public async Task Ask_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        _server.Scripts.Enqueue(async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service().AskAsync([Good], cancelled.Token));
    }

    [Fact]
    public async Task Ask_ServiceKeepsFailing_OpensTheBreakerAndClosesItAgain()
    {
        var clock = new Compat.ManualTime(DateTimeOffset.UnixEpoch.AddDays(20000));
        var service = Service(options => (options.MaxRetries, options.BreakerMinimumCalls) = (0, 3), clock);
        for (var i = 0; i < 3; i++)
        {
            _server.Scripts.Enqueue(LanguageServer.Body("{}", 503));
            await service.AskAsync([Good], default);
        }

        var spared = (await service.AskAsync([Good], default))[0].Failure!;

        Assert.Equal(LanguageFailureClass.Unavailable, spared.Class);
        Assert.InRange(spared.RetryAt!.Value, clock.GetUtcNow().AddSeconds(1), clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(3, _server.Requests.Count);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await service.AskAsync([Good], default))[0].IsAnswered);
    }

    private static Task Pass(HttpContext context) => LanguageServer.TrueAnswerAsync(context);

    // Documented answers carry ids of their own; the adapter numbers its documents from 0.
    private static Func<HttpContext, Task> Renamed(Func<HttpContext, Task> script) => context => LanguageServer.RenumberAsync(context, script);

    private AzureLanguageService Service(Action<LanguageOptions>? set = null, TimeProvider? time = null, Uri? endpoint = null)
    {
        var options = new LanguageOptions { Endpoint = "set below", Key = "k", RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 };
        set?.Invoke(options);
        time ??= TimeProvider.System;
        var client = new TextAnalyticsClient(endpoint ?? _server.Endpoint, new AzureKeyCredential(options.Key!), LanguageRegistration.ClientOptions(options, time));
        return new AzureLanguageService(client, options, time, NullLogger<AzureLanguageService>.Instance);
    }
}

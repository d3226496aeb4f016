using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SocialListening.Functions.Tests.Language;

/// <summary>What <c>Azure.AI.TextAnalytics</c> does on the wire and with the documented answers.</summary>
public sealed class TextAnalyticsClientTests : IAsyncLifetime
{
    private LanguageServer _server = null!;

    public async Task InitializeAsync() => _server = await LanguageServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Sentiment_AllOptions_SendsTheDocumentedRequest()
    {
        var options = new AnalyzeSentimentOptions { IncludeOpinionMining = true, IncludeStatistics = true, ModelVersion = "latest", DisableServiceLogs = true };

        await Client().AnalyzeSentimentBatchAsync([new TextDocumentInput("a", "merci \"beaucoup\" 🎉") { Language = "fr" }, new TextDocumentInput("b", "good")], options);

        var request = Assert.Single(_server.Requests);
        Assert.Equal("?api-version=2023-04-01&showStats=true", request.Query);
        Assert.Equal("secret-key", request.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        AssertJson(
            """
            {"kind":"SentimentAnalysis",
             "analysisInput":{"documents":[{"id":"a","text":"merci \"beaucoup\" 🎉","language":"fr"},{"id":"b","text":"good","language":"en"}]},
             "parameters":{"opinionMining":true,"stringIndexType":"Utf16CodeUnit","modelVersion":"latest","loggingOptOut":true}}
            """,
            request.Body);
    }

    [Fact]
    public async Task OtherAnalyses_Defaults_SendOnlyWhatIsSet()
    {
        var client = Client(new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2022_05_01) { DefaultLanguage = "fr" });
        var options = new RecognizePiiEntitiesOptions { DomainFilter = PiiEntityDomain.ProtectedHealthInformation };
        options.CategoriesFilter.Add(PiiEntityCategory.Person);

        await client.ExtractKeyPhrasesBatchAsync([new TextDocumentInput("1", "bonjour")]);
        await client.RecognizePiiEntitiesBatchAsync([new TextDocumentInput("1", "bonjour")], options);
        await client.DetectLanguageBatchAsync([new DetectLanguageInput("1", "bonjour"), new DetectLanguageInput("2", "salut") { CountryHint = DetectLanguageInput.None }]);

        Assert.All(_server.Requests, request => Assert.Equal("?api-version=2022-05-01", request.Query));
        string[] bodies = [.. _server.Requests.Select(request => request.Body)];
        AssertJson("""{"kind":"KeyPhraseExtraction","analysisInput":{"documents":[{"id":"1","text":"bonjour","language":"fr"}]},"parameters":{}}""", bodies[0]);
        AssertJson(
            """{"kind":"PiiEntityRecognition","analysisInput":{"documents":[{"id":"1","text":"bonjour","language":"fr"}]},"parameters":{"domain":"phi","piiCategories":["Person"],"stringIndexType":"Utf16CodeUnit"}}""",
            bodies[1]);
        AssertJson("""{"kind":"LanguageDetection","analysisInput":{"documents":[{"id":"1","text":"bonjour","countryHint":"us"},{"id":"2","text":"salut","countryHint":""}]},"parameters":{}}""", bodies[2]);
    }

    [Fact]
    public async Task Sentiment_TextsOnly_NumbersThemFromZero()
    {
        var results = await Client().AnalyzeSentimentBatchAsync(["good", "bad"], "en");

        Assert.Equal(["0", "1"], results.Value.Select(result => result.Id));
        Assert.Equal([TextSentiment.Positive, TextSentiment.Negative], results.Value.Select(result => result.DocumentSentiment.Sentiment));
        Assert.Null(Assert.Single(_server.Requests).Headers.GetValueOrDefault("Authorization"));
    }

    [Fact]
    public async Task Sentiment_WithOpinions_GivesTargetsWithTheirAssessmentsAtUtf16Offsets()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("sentiment-opinions.json"));
        const string Text = "👩‍🍳 The soup was warm and delicious. The cafe\u0301 staff was not friendly 😡.";

        var results = await Client().AnalyzeSentimentBatchAsync([Text], "en", new AnalyzeSentimentOptions { IncludeOpinionMining = true });

        var document = Assert.Single(results.Value).DocumentSentiment;
        Assert.Equal(TextSentiment.Mixed, document.Sentiment);
        Assert.Equal((0.43, 0.04, 0.53), (document.ConfidenceScores.Positive, document.ConfidenceScores.Neutral, document.ConfidenceScores.Negative));
        Assert.Equal("2022-11-01", results.Value.ModelVersion);
        Assert.Null(results.Value.Statistics);
        Assert.All(document.Sentences, sentence => Assert.Equal(sentence.Text, Text.Substring(sentence.Offset, sentence.Length)));
        var opinions = document.Sentences.SelectMany(sentence => sentence.Opinions).ToArray();
        Assert.Equal(["soup", "cafe\u0301 staff"], opinions.Select(opinion => opinion.Target.Text));
        Assert.All(opinions, opinion => Assert.Equal(opinion.Target.Text, Text.Substring(opinion.Target.Offset, opinion.Target.Length)));
        Assert.Equal(["warm", "delicious"], opinions[0].Assessments.Select(assessment => assessment.Text));
        var refused = Assert.Single(opinions[1].Assessments);
        Assert.True(refused.IsNegated);
        Assert.Equal(TextSentiment.Negative, refused.Sentiment);
        Assert.Equal(0, refused.ConfidenceScores.Neutral);
        Assert.Equal("friendly", Text.Substring(refused.Offset, refused.Length));
    }

    [Fact]
    public async Task Sentiment_PerDocumentErrors_ComeInTheOrderOfTheDocumentsAndThrowWhenRead()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("sentiment-errors.json"));
        TextDocumentInput[] documents = [.. "abcd".Select(id => new TextDocumentInput(id.ToString(), "x"))];

        var results = (await Client().AnalyzeSentimentBatchAsync(documents, new AnalyzeSentimentOptions { IncludeStatistics = true })).Value;

        Assert.Equal(["a", "b", "c", "d"], results.Select(result => result.Id));
        Assert.Equal([false, true, true, false], results.Select(result => result.HasError));
        Assert.Equal(TextAnalyticsErrorCode.UnsupportedLanguageCode, results[1].Error.ErrorCode);
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocument, results[2].Error.ErrorCode);
        Assert.Equal("Document text is empty.", results[2].Error.Message);
        var refused = Assert.Throws<InvalidOperationException>(() => results[1].DocumentSentiment);
        Assert.StartsWith("Cannot access result for document b, due to error UnsupportedLanguageCode: Invalid language code.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(TextAnalyticsWarningCode.LongWordsInDocument, Assert.Single(results[3].DocumentSentiment.Warnings).WarningCode);
        Assert.Equal((1240, 2), (results[3].Statistics.CharacterCount, results[3].Statistics.TransactionCount));
        Assert.Equal((4, 2, 2, 3L), (results.Statistics.DocumentCount, results.Statistics.ValidDocumentCount, results.Statistics.InvalidDocumentCount, results.Statistics.TransactionCount));
        Assert.Equal(0, results[1].Statistics.TransactionCount);
    }

    [Fact]
    public async Task OtherAnalyses_DocumentedAnswers_AreRead()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("language.json"));
        _server.Scripts.Enqueue(LanguageServer.Fixture("key-phrases.json"));
        _server.Scripts.Enqueue(LanguageServer.Fixture("personal-data.json"));
        var client = Client();

        var languages = (await client.DetectLanguageBatchAsync([new DetectLanguageInput("1", "x"), new DetectLanguageInput("2", "?")])).Value;
        var phrases = (await client.ExtractKeyPhrasesBatchAsync([new TextDocumentInput("1", "x")])).Value;
        var personal = (await client.RecognizePiiEntitiesBatchAsync([new TextDocumentInput("1", "x")])).Value;

        Assert.Equal([("fr", "French", 0.98), ("(Unknown)", "(Unknown)", 0.0)], languages.Select(language => (language.PrimaryLanguage.Iso6391Name, language.PrimaryLanguage.Name, language.PrimaryLanguage.ConfidenceScore)));
        Assert.Equal(["food bank", "Marie Dupont", "warm coats"], phrases[0].KeyPhrases);
        Assert.Equal("Call ************ at *********** 🧥", personal[0].Entities.RedactedText);
        Assert.Equal([PiiEntityCategory.Person, PiiEntityCategory.PhoneNumber], personal[0].Entities.Select(entity => entity.Category));
        Assert.Equal([null, "Landline"], personal[0].Entities.Select(entity => entity.SubCategory));
    }

    [Fact]
    public async Task Batch_OfElevenDocuments_IsRefusedByTheService()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Client().AnalyzeSentimentBatchAsync(Enumerable.Range(0, 11).Select(i => $"good {i}"), "en"));

        Assert.Equal((400, "InvalidRequest"), (refused.Status, refused.ErrorCode));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Batch_DocumentOf5121TextElements_HasAnErrorAndTheOthersAnAnswer()
    {
        var results = (await Client().AnalyzeSentimentBatchAsync([string.Concat(Enumerable.Repeat("e\u0301", 5121)), string.Concat(Enumerable.Repeat("👍🏽", 5120)), "bad"], "fr")).Value;

        Assert.Equal([true, false, false], results.Select(result => result.HasError));
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocument, results[0].Error.ErrorCode);
    }

    [Fact]
    public async Task Arguments_Missing_AreRefusedBeforeAnyCall()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client().AnalyzeSentimentBatchAsync(Array.Empty<TextDocumentInput>()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Client().ExtractKeyPhrasesBatchAsync(null));
        Assert.Throws<ArgumentNullException>(() => new TextAnalyticsClient(null, new AzureKeyCredential("k")));
        Assert.Throws<ArgumentNullException>(() => new TextAnalyticsClient(_server.Endpoint, (AzureKeyCredential?)null));
        Assert.Throws<ArgumentException>(() => new TextDocumentInput(string.Empty, "x"));
        Assert.Throws<ArgumentNullException>(() => new TextDocumentInput("1", null));
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    public async Task Answer_ThatIsNoJson_ThrowsAJsonException(string body)
    {
        _server.Scripts.Enqueue(LanguageServer.Body(body));

        await Assert.ThrowsAnyAsync<JsonException>(() => Client().AnalyzeSentimentBatchAsync(["x"], "en"));
    }

    [Fact]
    public async Task Answer_OfAnotherKind_Throws()
    {
        _server.Scripts.Enqueue(LanguageServer.Fixture("language.json"));

        await Assert.ThrowsAsync<InvalidCastException>(() => Client().AnalyzeSentimentBatchAsync(["x"], "en"));
    }

    [Fact]
    public async Task Failure_OfTheService_IsRepeatedByThePipeline()
    {
        _server.Scripts.Enqueue(LanguageServer.Body("{}", 503));
        _server.Scripts.Enqueue(LanguageServer.Body("{}", 500));
        var options = new TextAnalyticsClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);

        var results = await Client(options).AnalyzeSentimentBatchAsync(["good"], "en");

        Assert.Equal(TextSentiment.Positive, results.Value[0].DocumentSentiment.Sentiment);
        Assert.Equal(3, _server.Requests.Count);
        Assert.Equal(200, results.GetRawResponse().Status);
    }

    [Fact]
    public async Task Identity_BearerToken_IsAskedForTheServicesScope()
    {
        var credential = new RecordingCredential();
        using var transport = new HttpClientTransport(new PlainTextHandler());
        var endpoint = new UriBuilder(_server.Endpoint) { Scheme = Uri.UriSchemeHttps }.Uri;

        await new TextAnalyticsClient(endpoint, credential, new TextAnalyticsClientOptions { Transport = transport }).AnalyzeSentimentBatchAsync(["good"], "en");
        await new TextAnalyticsClient(endpoint, credential, new TextAnalyticsClientOptions { Transport = transport, Audience = TextAnalyticsAudience.AzureChina }).AnalyzeSentimentBatchAsync(["good"], "en");

        Assert.Equal(["https://cognitiveservices.azure.com/.default", "https://cognitiveservices.azure.cn/.default"], credential.Scopes);
        Assert.All(_server.Requests, request => Assert.Equal("Bearer token-1", request.Headers["Authorization"]));
        Assert.All(_server.Requests, request => Assert.False(request.Headers.ContainsKey("Ocp-Apim-Subscription-Key")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TextAnalyticsClient(_server.Endpoint, credential).AnalyzeSentimentBatchAsync(["good"], "en"));
    }

    [Fact]
    public async Task Key_ChangedWhileTheClientLives_IsUsedFromThenOn()
    {
        var key = new AzureKeyCredential("first");
        var client = new TextAnalyticsClient(_server.Endpoint, key);
        await client.AnalyzeSentimentBatchAsync(["good"], "en");
        key.Update("second");
        await client.AnalyzeSentimentBatchAsync(["good"], "en");

        Assert.Equal(["first", "second"], _server.Requests.Select(request => request.Headers["Ocp-Apim-Subscription-Key"]));
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(actual).RootElement), actual);

    private TextAnalyticsClient Client(TextAnalyticsClientOptions? options = null) => new(_server.Endpoint, new AzureKeyCredential("secret-key"), options);

    private sealed class RecordingCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Takes TLS off on the way to the loopback server.</summary>
    private sealed class PlainTextHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttp }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

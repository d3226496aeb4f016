using System.Globalization;
using Azure.AI.TextAnalytics.Wire;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>
/// Calls Azure AI Language (https://learn.microsoft.com/rest/api/language/text-analysis-runtime/analyze-text) through
/// Azure.Core's pipeline, with its retries. Safe for use by many threads; keep one.
/// </summary>
public partial class TextAnalyticsClient
{
    private readonly Uri _endpoint;
    private readonly HttpPipeline _pipeline;
    private readonly TextAnalyticsClientOptions _options;

    /// <summary>Calls with the resource's key.</summary>
    /// <param name="endpoint">The resource's endpoint.</param>
    /// <param name="credential">Its key.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    /// <summary>Calls with the resource's key.</summary>
    /// <param name="endpoint">The resource's endpoint.</param>
    /// <param name="credential">Its key.</param>
    /// <param name="options">How to call; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The endpoint or the credential is null.</exception>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        _endpoint = endpoint;
        _options = options ?? new TextAnalyticsClientOptions();
        _pipeline = HttpPipelineBuilder.Build(_options, new SubscriptionKeyPolicy(credential));
    }

    /// <summary>Calls with an identity.</summary>
    /// <param name="endpoint">The resource's endpoint, one with a custom subdomain.</param>
    /// <param name="credential">The identity.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    /// <summary>Calls with an identity.</summary>
    /// <param name="endpoint">The resource's endpoint, one with a custom subdomain.</param>
    /// <param name="credential">The identity.</param>
    /// <param name="options">How to call; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The endpoint or the credential is null.</exception>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        _endpoint = endpoint;
        _options = options ?? new TextAnalyticsClientOptions();
        var scope = $"{_options.Audience ?? TextAnalyticsAudience.AzurePublicCloud}/.default";
        _pipeline = HttpPipelineBuilder.Build(_options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>Leaves everything unset, for a class that derives from this one.</summary>
    protected TextAnalyticsClient()
    {
    }

    /// <summary>Tells the tone of documents.</summary>
    /// <param name="documents">1 to 10 documents.</param>
    /// <param name="options">What goes with them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each document, in order.</returns>
    /// <exception cref="ArgumentException">There are no documents.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default)
    {
        var list = List(documents);
        options ??= new AnalyzeSentimentOptions();
        var response = await SendAsync(RequestBody.Sentiment(list, options, _options.DefaultLanguage), options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(ResponseBody.Sentiment(response.Content, Order(list)), response);
    }

    /// <summary>Tells the tone of documents in one language.</summary>
    /// <param name="documents">1 to 10 texts; their ids are their places, from 0.</param>
    /// <param name="language">Their language; null for the client's default.</param>
    /// <param name="options">What goes with them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each document, in order.</returns>
    /// <exception cref="ArgumentException">There are no documents.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<string> documents, string language = null, AnalyzeSentimentOptions options = null, CancellationToken cancellationToken = default) =>
        AnalyzeSentimentBatchAsync(Number(documents, (id, text) => new TextDocumentInput(id, text) { Language = language }), options, cancellationToken);

    /// <summary>Tells the language of documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="options">What goes with them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each document, in order.</returns>
    /// <exception cref="ArgumentException">There are no documents.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<DetectLanguageInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default)
    {
        var list = List(documents);
        options ??= new TextAnalyticsRequestOptions();
        var response = await SendAsync(RequestBody.Language(list, options, _options.DefaultCountryHint), options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(ResponseBody.Language(response.Content, Order(list)), response);
    }

    /// <summary>Finds the key phrases of documents.</summary>
    /// <param name="documents">1 to 10 documents.</param>
    /// <param name="options">What goes with them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each document, in order.</returns>
    /// <exception cref="ArgumentException">There are no documents.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<TextDocumentInput> documents, TextAnalyticsRequestOptions options = null, CancellationToken cancellationToken = default)
    {
        var list = List(documents);
        options ??= new TextAnalyticsRequestOptions();
        var response = await SendAsync(RequestBody.KeyPhrases(list, options, _options.DefaultLanguage), options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(ResponseBody.KeyPhrases(response.Content, Order(list)), response);
    }

    /// <summary>Finds personal data in documents.</summary>
    /// <param name="documents">1 to 5 documents.</param>
    /// <param name="options">What goes with them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each document, in order.</returns>
    /// <exception cref="ArgumentException">There are no documents.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions options = null, CancellationToken cancellationToken = default)
    {
        var list = List(documents);
        options ??= new RecognizePiiEntitiesOptions();
        var response = await SendAsync(RequestBody.PersonalData(list, options, _options.DefaultLanguage), options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(ResponseBody.PersonalData(response.Content, Order(list)), response);
    }

    private static List<T> List<T>(IEnumerable<T> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var list = documents.ToList();
        return list.Count > 0 ? list : throw new ArgumentException("Value cannot be an empty collection.", nameof(documents));
    }

    private static IEnumerable<T> Number<T>(IEnumerable<string> texts, Func<string, string, T> document)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Select((text, i) => document(i.ToString(CultureInfo.InvariantCulture), text));
    }

    private static Dictionary<string, int> Order<T>(List<T> documents)
        where T : TextAnalyticsInput
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Count; i++)
        {
            order[documents[i].Id] = i;
        }

        return order;
    }

    private async Task<Response> SendAsync(BinaryData body, TextAnalyticsRequestOptions options, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath("/language/:analyze-text", escape: false);
        request.Uri.AppendQuery("api-version", _options.ApiVersion);
        if (options.IncludeStatistics)
        {
            request.Uri.AppendQuery("showStats", "true");
        }

        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Content-Type", "application/json");
        request.Content = RequestContent.Create(body);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.Status == 200 ? message.Response : throw new RequestFailedException(message.Response);
    }
}

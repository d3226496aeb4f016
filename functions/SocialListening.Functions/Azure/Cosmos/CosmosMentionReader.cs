using System.Text;
using Microsoft.Azure.Cosmos;
using SocialListening.Storage;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>
/// Pages through stored mentions by the place of the last one, which one composite index serves: a page costs its own
/// documents, and stays right while mentions are added.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class CosmosMentionReader(CosmosDatabase database) : IMentionReader
{
    private const string Start = "SELECT * FROM c WHERE c.brandId = @brandId AND c.createdAt >= @from AND c.createdAt < @to";
    private const string AfterPlace = " AND (c.createdAt < @after OR (c.createdAt = @after AND c.mentionId > @afterId))";
    private const string OfPlatform = " AND c.mention.platform = @platform";
    private const string InLanguage = " AND c.score.language = @language";
    private const string WithSentiment = " AND c.sentiment = @sentiment";
    private const string WithIntent = " AND ARRAY_CONTAINS(c.score.intents, @intent)";
    private const string WithToxicity = " AND c.score.toxicity >= @toxicity";
    private const string OnlyCorrected = " AND IS_DEFINED(c.correction.atUtc)";
    private const string End = " ORDER BY c.createdAt DESC, c.mentionId ASC";

    /// <inheritdoc/>
    public Task<MentionPage> ListAsync(MentionFilter filter, CancellationToken cancellationToken) => ReadAsync(database, filter, corrected: false, cancellationToken);

    /// <summary>Reads a page.</summary>
    /// <param name="database">The database.</param>
    /// <param name="filter">What to read.</param>
    /// <param name="corrected">Whether only mentions that a person corrected are wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to 1,000.</exception>
    public static async Task<MentionPage> ReadAsync(CosmosDatabase database, MentionFilter filter, bool corrected, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1, nameof(filter));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, 1000, nameof(filter));
        return await PageAsync(database, filter.BrandId, QueryFor(filter, corrected), filter.Limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a page by a query of one's own.</summary>
    /// <param name="database">The database.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="query">The query.</param>
    /// <param name="limit">The most mentions in the page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<MentionPage> PageAsync(CosmosDatabase database, string brandId, QueryDefinition query, int limit, CancellationToken cancellationToken)
    {
        var found = await database.Mentions.QueryAsync(CosmosSlots.Prefix(brandId), query, limit + 1, CosmosMentions.Read, cancellationToken).ConfigureAwait(false);
        if (found.Count <= limit)
        {
            return new MentionPage(found, null);
        }

        found.RemoveAt(limit);
        return new MentionPage(found, new MentionCursor(found[^1].Mention.CreatedAtUtc, found[^1].Mention.Id));
    }

    /// <summary>Gives the query for a page.</summary>
    /// <param name="filter">What to read.</param>
    /// <param name="corrected">Whether only mentions that a person corrected are wanted.</param>
    public static QueryDefinition QueryFor(MentionFilter filter, bool corrected)
    {
        var sql = new StringBuilder(Start)
            .Append(filter.After is null ? null : AfterPlace)
            .Append(filter.Platform is null ? null : OfPlatform)
            .Append(filter.Language is null ? null : InLanguage)
            .Append(filter.Sentiment is null ? null : WithSentiment)
            .Append(filter.Intent is null ? null : WithIntent)
            .Append(filter.MinToxicity is null ? null : WithToxicity)
            .Append(corrected ? OnlyCorrected : null)
            .Append(End)
            .ToString();
        var query = new QueryDefinition(sql)
            .WithParameter("@brandId", filter.BrandId)
            .WithParameter("@from", CosmosJson.Instant(filter.From ?? DateTimeOffset.MinValue))
            .WithParameter("@to", CosmosJson.Instant(filter.To ?? DateTimeOffset.MaxValue));
        Add(query, "@after", filter.After is { } after ? CosmosJson.Instant(after.CreatedAtUtc) : null);
        Add(query, "@afterId", filter.After?.MentionId);
        Add(query, "@platform", filter.Platform);
        Add(query, "@language", filter.Language);
        Add(query, "@intent", filter.Intent);
        Add(query, "@toxicity", filter.MinToxicity);
        Add(query, "@sentiment", filter.Sentiment is { } sentiment ? sentiment.ToString() : null);
        return query;
    }

    private static void Add(QueryDefinition query, string name, object? value)
    {
        if (value is not null)
        {
            query.WithParameter(name, value);
        }
    }
}

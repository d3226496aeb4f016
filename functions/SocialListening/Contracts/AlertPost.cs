namespace SocialListening.Contracts;

/// <summary>A post that an alert shows as evidence: a link and figures. The text stays in the mention store.</summary>
/// <param name="MentionId">The mention's id.</param>
/// <param name="Permalink">Where to read it; may be empty.</param>
/// <param name="Platform">Its platform.</param>
/// <param name="Sentiment">Its tone.</param>
/// <param name="Reach">Reposts, quotes, replies and likes together when last read.</param>
public sealed record AlertPost(string MentionId, string Permalink, string Platform, SentimentLabel Sentiment, long Reach);

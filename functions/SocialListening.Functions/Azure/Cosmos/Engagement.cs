using System.Text.Json;
using System.Text.Json.Nodes;
using SocialListening.Contracts;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Sums of the counters that platforms give, as last read; a counter that a platform does not give adds nothing.</summary>
/// <param name="Likes">Likes, favourites and points.</param>
/// <param name="Replies">Answers.</param>
/// <param name="Reposts">Times passed on without words.</param>
/// <param name="Quotes">Times passed on with words.</param>
/// <param name="Views">Views and plays.</param>
internal readonly record struct Engagement(long Likes, long Replies, long Reposts, long Quotes, long Views)
{
    /// <summary>The counters of one mention.</summary>
    /// <param name="mention">The mention.</param>
    public static Engagement Of(Mention mention) =>
        new(mention.Likes ?? 0, mention.Replies ?? 0, mention.Reposts ?? 0, mention.Quotes ?? 0, mention.Views ?? 0);

    /// <summary>Adds, without ever leaving the range of a number.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static Engagement operator +(Engagement one, Engagement other) => new(
        Sum(one.Likes, other.Likes), Sum(one.Replies, other.Replies), Sum(one.Reposts, other.Reposts), Sum(one.Quotes, other.Quotes), Sum(one.Views, other.Views));

    /// <summary>Turns the sign.</summary>
    /// <param name="one">One.</param>
    public static Engagement operator -(Engagement one) => new(-one.Likes, -one.Replies, -one.Reposts, -one.Quotes, -one.Views);

    /// <summary>Gives it as JSON.</summary>
    public JsonObject ToJson() => new() { ["likes"] = Likes, ["replies"] = Replies, ["reposts"] = Reposts, ["quotes"] = Quotes, ["views"] = Views };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    public static Engagement FromJson(JsonElement json) => new(
        json.GetProperty("likes").GetInt64(),
        json.GetProperty("replies").GetInt64(),
        json.GetProperty("reposts").GetInt64(),
        json.GetProperty("quotes").GetInt64(),
        json.GetProperty("views").GetInt64());

    private static long Sum(long one, long other) => (long)Int128.Clamp((Int128)one + other, -long.MaxValue, long.MaxValue);
}

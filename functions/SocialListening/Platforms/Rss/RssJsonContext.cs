using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Rss;

[JsonSerializable(typeof(RssMemo))]
[JsonSerializable(typeof(RssPlace))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class RssJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Mastodon;

[JsonSerializable(typeof(MastodonPlace))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class MastodonJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SocialListening.Platforms.Bluesky;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BlueskyJsonContext : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Functions.Http;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ErasureRequest))]
internal sealed partial class ErasureJsonContext : JsonSerializerContext;

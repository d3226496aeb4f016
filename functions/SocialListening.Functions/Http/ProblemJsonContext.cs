using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Functions.Http;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJsonContext : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialListening.Functions.Http;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(DefinitionProblem))]
internal sealed partial class ProblemJsonContext : JsonSerializerContext;

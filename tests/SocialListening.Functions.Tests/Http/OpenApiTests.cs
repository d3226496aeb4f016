using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SocialListening.Functions.Tests.EndToEnd;

namespace SocialListening.Functions.Tests.Http;

[Collection(ProcessCollection.Name)]
public sealed partial class OpenApiTests(ApiProcess api) : IClassFixture<ApiProcess>
{
    private const string Window = "?from=2026-03-15T00:00:00Z&to=2026-03-24T00:00:00Z";

    private static IEnumerable<(string Function, HttpTriggerAttribute Trigger)> Triggers { get; } =
        from type in typeof(GetOpenApiFunction).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
        where function is not null && trigger is not null
        select (function.Name, trigger);

    [Fact]
    public async Task Document_Served_ListsExactlyTheRoutesOfTheFunctions()
    {
        var document = await DocumentAsync();

        Assert.Equal(
            Triggers.SelectMany(function => function.Trigger.Methods!.Select(method => $"{method} /api/{function.Trigger.Route} {function.Function}")).Order(StringComparer.Ordinal),
            Operations(document).Select(operation => $"{operation.Method} {operation.Path} {operation.Value.GetProperty("operationId").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_Served_SaysWhichRoutesNeedAKey()
    {
        foreach (var operation in Operations(await DocumentAsync()))
        {
            var level = Triggers.Single(function => "/api/" + function.Trigger.Route == operation.Path && function.Trigger.Methods!.Contains(operation.Method)).Trigger.AuthLevel;
            Assert.Equal(level == AuthorizationLevel.Anonymous, operation.Value.TryGetProperty("security", out var security) && security.GetArrayLength() == 0);
            Assert.Equal(level != AuthorizationLevel.Anonymous, operation.Value.GetProperty("responses").TryGetProperty("401", out _));
        }
    }

    [Fact]
    public async Task Document_Served_DescribesThePathParametersOfEachRoute()
    {
        foreach (var operation in Operations(await DocumentAsync()))
        {
            Assert.Equal(
                RouteParameter().Matches(operation.Path).Select(match => match.Groups[1].Value),
                Parameters(operation.Value, "path").Select(parameter => parameter.GetProperty("name").GetString()!));
            Assert.All(Parameters(operation.Value, "path"), parameter => Assert.True(parameter.GetProperty("required").GetBoolean()));
        }
    }

    [Fact]
    public async Task QueryParameters_Described_AreReadByTheRoute()
    {
        var checkedParameters = 0;
        foreach (var operation in Operations(await DocumentAsync()))
        {
            foreach (var name in Parameters(operation.Value, "query").Select(parameter => parameter.GetProperty("name").GetString()!))
            {
                var (status, _, body) = await api.GetAsync($"{Fill(operation.Path)}?{name}=~", method: operation.Method.ToUpperInvariant());

                // Any text is a language; every other parameter has a form that this text lacks.
                Assert.True(name == "language" ? !body.Contains("permalink", StringComparison.Ordinal) : status == 400 && body.Contains($"\\u0027{name}\\u0027", StringComparison.Ordinal), $"{operation.Path} ignores '{name}': {status} {body}");
                checkedParameters++;
            }
        }

        Assert.True(checkedParameters > 10, $"Only {checkedParameters} query parameters are described.");
    }

    [Fact]
    public async Task Answers_OfEveryRoute_AreAsDescribed()
    {
        var document = await DocumentAsync();
        foreach (var path in Operations(document).Where(operation => operation.Method == "get").Select(operation => operation.Path))
        {
            foreach (var brand in path.Contains("{brandId}", StringComparison.Ordinal) ? StoredResult.Brands : [""])
            {
                var query = path switch
                {
                    "/api/brands/{brandId}" or "/api/brands/{brandId}/timeline" => Window,
                    "/api/brands/{brandId}/mentions" => "?limit=1000",
                    _ => "",
                };
                var differences = path == "/api/openapi.json" ? [] : new ApiSchemas(document).Compare(path, await api.JsonAsync(Fill(path, brand) + query));
                Assert.True(differences.Count == 0, $"{path}: {string.Join("; ", differences)}");
            }
        }
    }

    [Fact]
    public async Task Problems_Answered_AreAsDescribed()
    {
        var schema = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty("Problem");

        var (_, _, body) = await api.GetAsync("api/brands/nobody");

        Assert.Equal(
            schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
            JsonDocument.Parse(body).RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private async Task<JsonElement> DocumentAsync()
    {
        var (status, mediaType, body) = await api.GetAsync("api/openapi.json", key: null);
        Assert.Equal((200, "application/json"), (status, mediaType));
        return JsonDocument.Parse(body).RootElement;
    }

    private static IEnumerable<(string Path, string Method, JsonElement Value)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name, operation.Value)));

    private static IEnumerable<JsonElement> Parameters(JsonElement operation, string place) => operation.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place)
        : [];

    private static string Fill(string path, string brand = "solidarite-atlas") => path.Replace("{brandId}", brand, StringComparison.Ordinal).Replace("{queue}", "mentions", StringComparison.Ordinal).TrimStart('/');

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex RouteParameter();
}

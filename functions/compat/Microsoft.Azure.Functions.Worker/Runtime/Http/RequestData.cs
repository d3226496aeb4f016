using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Azure.Functions.Worker.Runtime.Http;

/// <summary>The binding data of a request: route values, query values, and both query and headers as JSON objects.</summary>
internal static class RequestData
{
    /// <summary>Gives the data; a route value hides a query value of its name.</summary>
    /// <param name="context">The request.</param>
    public static Dictionary<string, object?> Of(HttpContext context)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in context.Request.Query)
        {
            data[name] = value.ToString();
        }

        foreach (var (name, value) in context.GetRouteData().Values)
        {
            data[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        data["Query"] = Json(context.Request.Query);
        data["Headers"] = Json(context.Request.Headers);
        return data;
    }

    private static string Json(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => v.Value.ToString()));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialListening.Insights;

namespace SocialListening.Functions.Http;

/// <summary>Answers with a labelled sample in the form that was asked for.</summary>
internal static class SampleAnswer
{
    private const string TsvType = "text/tab-separated-values";
    private const string CsvType = "text/csv";

    public static IReadOnlyList<string> Formats { get; } = ["json", "tsv", "csv"];

    /// <summary>The form that the header Accept names first, JSON when it names none.</summary>
    public static string FormatOf(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        var (tsv, csv) = (Place(TsvType), Place(CsvType));
        return tsv < Math.Min(csv, Place("application/json")) ? "tsv" : csv < Place("application/json") ? "csv" : "json";

        int Place(string type) => accept.IndexOf(type, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : int.MaxValue;
    }

    public static IActionResult Of(HttpRequest request, CorrectionList list, string format, int limit)
    {
        if (format == "json")
        {
            return JsonAnswer.Ok(list, InsightsJsonContext.Default.CorrectionList);
        }

        if (list.NextCursor is { } next)
        {
            request.HttpContext.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"<{request.PathBase}{request.Path}?format={format}&limit={limit}&cursor={next}>; rel=\"next\"");
        }

        return new ContentResult
        {
            Content = format == "tsv" ? LabelledSample.Tsv(list.Corrections) : LabelledSample.Csv(list.Corrections),
            ContentType = $"{(format == "tsv" ? TsvType : CsvType)}; charset=utf-8",
            StatusCode = StatusCodes.Status200OK,
        };
    }
}

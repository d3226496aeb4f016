using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SocialListening.Tests.Platforms;

/// <summary>Recorded answers of platforms, with invented texts.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "platforms", path));

    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    /// <summary>A body with status 200, its content type taken from the file's name.</summary>
    public static HttpResponseMessage Ok(string path) => With(
        HttpStatusCode.OK, Bytes(path), path.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml; charset=utf-8" : "application/json; charset=utf-8");

    /// <summary>A body with another status.</summary>
    public static HttpResponseMessage Status(int status, string path) => With((HttpStatusCode)status, Bytes(path), "application/json; charset=utf-8");

    /// <summary>A whole answer from an <c>.http</c> file: status line, headers, empty line, body; another file may stand in for the body.</summary>
    public static HttpResponseMessage Http(string path, string? body = null)
    {
        var text = Text(path).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).TrimEnd('\n').Split('\n');
        var content = body is not null ? Bytes(body) : Encoding.UTF8.GetBytes(end < 0 ? "" : text[(end + 2)..]);
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture))
        {
            Content = new ByteArrayContent(content),
        };
        foreach (var line in head.Skip(1))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    public static HttpResponseMessage With(HttpStatusCode status, byte[] body, string? contentType = null)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return response;
    }

    public static HttpResponseMessage With(HttpStatusCode status, string body, string? contentType = "application/json") =>
        With(status, Encoding.UTF8.GetBytes(body), contentType);
}

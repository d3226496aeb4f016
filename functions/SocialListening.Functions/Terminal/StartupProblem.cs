using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Functions.Embedded;

namespace SocialListening.Functions.Terminal;

/// <summary>Puts what stops the start, and what an operator can mend, into lines for the terminal.</summary>
internal static partial class StartupProblem
{
    /// <summary>Explains a failure.</summary>
    /// <param name="problem">What the start threw.</param>
    /// <returns>The lines, or <see langword="null"/> for a failure that only its stack trace explains.</returns>
    public static IReadOnlyList<string>? Explain(Exception problem) => LinesOf(problem) is { } lines ? ["SocialListening cannot start:", .. lines] : null;

    private static IEnumerable<string>? LinesOf(Exception problem) => problem switch
    {
        OptionsValidationException options => options.Failures.Select(failure => Setting(options.OptionsType, failure)),
        AggregateException several when several.InnerExceptions.Select(LinesOf).ToArray() is var each && Array.TrueForAll(each, lines => lines is not null) =>
            each.SelectMany(lines => lines!),
        InvalidOperationException wrong when Convertible(wrong.Message) is { } line => [line],
        BrandFileException or EmbeddedStorageException or InvalidOperationException or InvalidDataException => Chain(problem),
        _ => null,
    };

    // A failure says what is wrong with a property; the operator knows it by its section.
    private static string Setting(Type options, string failure)
    {
        var section = options.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string ?? options.Name;
        if (Annotated().Match(failure) is { Success: true } annotated)
        {
            return $"{section}:{annotated.Groups["member"].Value}: {annotated.Groups["error"].Value}{Hint(failure)}";
        }

        return Generated().Match(failure) is { Success: true } generated
            ? $"{section}:{generated.Groups["member"].Value}: {generated.Groups["error"].Value}{Hint(failure)}"
            : failure;
    }

    // .NET reads a number alone as days.
    private static string Hint(string failure) => TimeRange().IsMatch(failure) ? " Times are hh:mm:ss or d.hh:mm:ss; a number alone means days." : string.Empty;

    // A value that is none of its type: what the type allows, in the operator's words.
    private static string? Convertible(string message) => Unconvertible().Match(message) is { Success: true } match && Allowed(match.Groups["type"].Value) is { } allowed
        ? $"{match.Groups["setting"].Value} is '{match.Groups["value"].Value}' but must be {allowed}."
        : null;

    private static string? Allowed(string type) => type switch
    {
        "System.TimeSpan" => "a time as hh:mm:ss or d.hh:mm:ss, such as 00:05:00",
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" => "a number such as 0.5",
        _ => AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(type)).FirstOrDefault(found => found is not null) is { IsEnum: true } choices
            ? $"one of {string.Join(", ", Enum.GetNames(choices).Select(name => name.ToLowerInvariant()))}"
            : null,
    };

    private static IEnumerable<string> Chain(Exception problem)
    {
        for (Exception? link = problem; link is not null; link = link.InnerException)
        {
            yield return link.Message;
            if (problem is BrandFileException or EmbeddedStorageException)
            {
                yield break;
            }
        }
    }

    // Written by the configuration binder.
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<setting>[^']*)' to type '(?<type>[^']*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Unconvertible();

    [GeneratedRegex(@"between [\d.]*\d\d:\d\d:\d\d")]
    private static partial Regex TimeRange();

    // Written by ValidateDataAnnotations.
    [GeneratedRegex("^DataAnnotation validation failed for '[^']*' members: '(?<member>[^']*)' with the error: '(?<error>.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Annotated();

    // Written by validators that [OptionsValidator] generates.
    [GeneratedRegex("^(?<member>\\w+): (?<error>The .*)$", RegexOptions.Singleline)]
    private static partial Regex Generated();
}

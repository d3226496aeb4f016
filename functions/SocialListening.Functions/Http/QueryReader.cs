using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SocialListening.Contracts;
using SocialListening.Insights;
using SocialListening.Storage;

namespace SocialListening.Functions.Http;

/// <summary>Reads query parameters and gathers what is wrong with them.</summary>
internal sealed partial class QueryReader(IQueryCollection query)
{
    private readonly List<string> _errors = [];

    /// <summary>What is wrong, for a person; null when nothing is.</summary>
    public string? Error => _errors.Count == 0 ? null : string.Join(" ", _errors);

    public string? Text(string name) => query[name] is { Count: > 0 } values && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;

    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // A plus sign in an address that nobody escaped arrives as a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        _errors.Add($"'{name}' must be an ISO 8601 time such as 2026-03-20T12:00:00Z.");
        return null;
    }

    public int Number(string name, int standard, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _errors.Add($"'{name}' must be a whole number from {least} to {most}.");
        return standard;
    }

    public T? OneOf<T>(string name, params (string Text, T Value)[] choices)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var (choice, value) in choices)
        {
            if (string.Equals(choice, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        _errors.Add($"'{name}' must be one of {string.Join(", ", choices.Select(choice => choice.Text))}.");
        return null;
    }

    public string? OneOf(string name, IReadOnlyList<string> choices)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        _errors.Add($"'{name}' must be one of {string.Join(", ", choices)}.");
        return null;
    }

    /// <summary>Reads a place in a list that an earlier answer gave.</summary>
    public MentionCursor? Cursor(string name)
    {
        MentionCursor? cursor = null;
        if (Text(name) is { } text && !CursorText.TryRead(text, out cursor))
        {
            _errors.Add($"'{name}' must be the nextCursor of an earlier answer.");
        }

        return cursor;
    }

    /// <summary>Reads a number from 0 to 1.</summary>
    public double? Share(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        _errors.Add($"'{name}' must be a number from 0 to 1.");
        return null;
    }

    /// <summary>Reads the key of an entry of the erasure ledger.</summary>
    public string? ErasureKey(string name)
    {
        if (Text(name) is not { } text || KeyForm().IsMatch(text))
        {
            return Text(name);
        }

        _errors.Add($"'{name}' must be the key of an entry, such as post-0123456789abcdef0123456789abcdef.");
        return null;
    }

    public string? Platform(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (PlatformNames.Known.Contains(text))
        {
            return text;
        }

        _errors.Add($"'{name}' must be one of {string.Join(", ", PlatformNames.Known.Order(StringComparer.Ordinal))}.");
        return null;
    }

    /// <summary>Reads <c>from</c> and <c>to</c>; without them the window ends now and has the standard length.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset now, TimeSpan standard, TimeSpan longest)
    {
        var to = Instant("to") ?? now;
        var from = Instant("from") ?? to - standard;
        if (from >= to)
        {
            _errors.Add("'from' must be before 'to'.");
        }
        else if (to - from > longest)
        {
            _errors.Add($"The window may be at most {longest.TotalDays:F0} days long.");
        }

        return (from, to);
    }

    [GeneratedRegex("^(post|author)-[0-9a-f]{32}$")]
    private static partial Regex KeyForm();
}

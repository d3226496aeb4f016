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
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly List<string> _errors = [];

    /// <summary>What is wrong, for a person; null when nothing is.</summary>
    public string? Error => _errors.Count == 0 ? null : string.Join(" ", _errors);

    /// <summary>Adds a mistake that shows only between parameters.</summary>
    public void Refuse(string mistake) => _errors.Add(mistake);

    public string? Text(string name) => query[name] is { Count: > 0 } values && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;

    /// <summary>Reads a time; without an offset it is UTC. Other forms are refused rather than guessed at: 01/02 is a day in January or in February.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (InstantText.TryRead(text, out var instant))
        {
            return instant;
        }

        _errors.Add($"'{name}' must be an ISO 8601 time such as 2026-03-20 or 2026-03-20T12:00:00Z, from {InstantText.FirstYear} to {InstantText.LastYear}.");
        return null;
    }

    /// <summary>Reads a language as mentions carry it.</summary>
    public string? Language(string name)
    {
        if (Text(name) is not { } text || LanguageForm().IsMatch(text))
        {
            return Text(name)?.ToLowerInvariant();
        }

        _errors.Add($"'{name}' must be the ISO 639 code of a language, such as fr, or und for texts whose language is not known.");
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

    public string? Platform(string name) => OneOf(name, [.. PlatformNames.Known.Order(StringComparer.Ordinal)]);

    /// <summary>
    /// Reads <c>from</c> and <c>to</c>; without them the window ends now and has the standard length. It is widened to whole
    /// steps, so that what is counted by steps and what is read mention by mention tell of the same window.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="standard">Its length when nobody says when it starts.</param>
    /// <param name="longest">The longest that may be asked for.</param>
    /// <param name="step">What it is widened to; <see langword="null"/> for the five minutes that counts are kept by.</param>
    public (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset now, TimeSpan standard, TimeSpan longest, TimeSpan? step = null)
    {
        var to = Instant("to") ?? now;
        var from = Instant("from") ?? to - standard;
        Ordered(from, to);
        if (to - from > longest)
        {
            _errors.Add($"The window may be at most {longest.TotalDays:F0} days long.");
        }

        var ticks = (step ?? Step).Ticks;
        var past = to.UtcTicks % ticks;
        return (new DateTimeOffset(from.UtcTicks - (from.UtcTicks % ticks), TimeSpan.Zero), new DateTimeOffset(past == 0 ? to.UtcTicks : to.UtcTicks - past + ticks, TimeSpan.Zero));
    }

    /// <summary>Reads <c>from</c> and <c>to</c> of a list, in which either may be missing.</summary>
    public (DateTimeOffset? From, DateTimeOffset? To) Span()
    {
        var (from, to) = (Instant("from"), Instant("to"));
        Ordered(from, to);
        return (from, to);
    }

    private void Ordered(DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from >= to)
        {
            _errors.Add("'from' must be before 'to'.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}\z")]
    private static partial Regex LanguageForm();

    [GeneratedRegex("^(post|author)-[0-9a-f]{32}$")]
    private static partial Regex KeyForm();
}

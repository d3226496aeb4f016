using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>
/// One field of an NCRONTAB expression: <c>*</c>, a value, a range <c>a-b</c>, either with a step <c>/n</c>, or a list of these.
/// Names may be cut short, in any case.
/// </summary>
internal sealed class CronField
{
    private readonly bool[] _set;
    private readonly int _least;

    private CronField(int least, int greatest)
    {
        _least = least;
        _set = new bool[greatest - least + 1];
    }

    /// <summary>Whether every value is in it.</summary>
    public bool All => Array.TrueForAll(_set, s => s);

    /// <summary>How many values are in it.</summary>
    public int Count => _set.Count(s => s);

    /// <summary>Whether two values next to each other are in it.</summary>
    public bool HasNeighbours => Enumerable.Range(1, _set.Length - 1).Any(i => _set[i - 1] && _set[i]);

    /// <summary>Whether a value is in it.</summary>
    /// <param name="value">The value, in the field's range.</param>
    public bool Contains(int value) => _set[value - _least];

    /// <summary>Gives the first value in it that is not below another.</summary>
    /// <param name="value">The other; may be above the field's range.</param>
    /// <returns>The value, or -1 when there is none.</returns>
    public int FirstFrom(int value)
    {
        for (var i = Math.Max(value, _least); i < _least + _set.Length; i++)
        {
            if (_set[i - _least])
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads a field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">The least value.</param>
    /// <param name="greatest">The greatest value.</param>
    /// <param name="names">The names of the values from the least on.</param>
    /// <param name="field">The field.</param>
    /// <returns><see langword="false"/> when the text is no field.</returns>
    public static bool TryParse(string text, int least, int greatest, IReadOnlyList<string> names, out CronField field)
    {
        field = new CronField(least, greatest);
        foreach (var part in text.Split(','))
        {
            if (!field.TryAdd(part, greatest, names))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAdd(string part, int greatest, IReadOnlyList<string> names)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var step = 1;
        if (slash >= 0 && (!int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0))
        {
            return false;
        }

        var range = slash >= 0 ? part[..slash] : part;
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        int first, last;
        if (range == "*")
        {
            (first, last) = (_least, greatest);
        }
        else if (dash >= 0)
        {
            if (!TryValue(range[..dash], names, out first) || !TryValue(range[(dash + 1)..], names, out last))
            {
                return false;
            }
        }
        else if (TryValue(range, names, out first))
        {
            last = slash >= 0 ? greatest : first;
        }
        else
        {
            return false;
        }

        (first, last) = (Math.Min(first, last), Math.Max(first, last));
        if (first < _least || last > greatest)
        {
            return false;
        }

        for (var value = first; value <= last; value += step)
        {
            _set[value - _least] = true;
        }

        return true;
    }

    private bool TryValue(string text, IReadOnlyList<string> names, out int value)
    {
        if (text.Length == 0 || char.IsAsciiDigit(text[0]))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                value = i + _least;
                return true;
            }
        }

        value = 0;
        return false;
    }
}

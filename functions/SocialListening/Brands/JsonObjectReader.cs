using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SocialListening.Brands;

/// <summary>Reads the properties of one object of a brand file and notes every mistake.</summary>
internal sealed partial class JsonObjectReader
{
    private readonly JsonSpot _spot;
    private readonly List<BrandFileError> _errors;
    private readonly Dictionary<string, JsonSpot> _values = new(StringComparer.Ordinal);

    /// <summary>Takes an object; unknown and doubled properties are mistakes.</summary>
    public JsonObjectReader(JsonSpot spot, IReadOnlyList<string> known, List<BrandFileError> errors)
    {
        (_spot, _errors) = (spot, errors);
        if (spot.Kind != JsonTokenType.StartObject)
        {
            errors.Add(spot.Error("This is no object", "Write { … } here."));
            return;
        }

        foreach ((JsonSpot name, JsonSpot value) in spot.Properties)
        {
            if (!known.Contains(name.Text))
            {
                errors.Add(name.Error($"There is no property '{name.Text}' here", $"{NearestName.Hint(name.Text, known)}Known are {string.Join(", ", known)}."));
            }
            else if (!_values.TryAdd(name.Text, value))
            {
                errors.Add(name.Error($"The property '{name.Text}' stands here twice", "Keep one of them."));
            }
        }
    }

    /// <summary>Gives a property's value if it is there.</summary>
    public JsonSpot? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Reads a text.</summary>
    public string? Text(string name, bool required = false, int maxLength = 4096)
    {
        if (Find(name) is not { } value)
        {
            if (required && _spot.Kind == JsonTokenType.StartObject)
            {
                _errors.Add(_spot.Error($"The property '{name}' is missing", $"Add \"{name}\"."));
            }

            return null;
        }

        if (value.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(value.Text) || value.Text.Length > maxLength)
        {
            _errors.Add(value.Error($"'{name}' has to be a text of 1 to {maxLength} characters", "Write it in quotes" + (required ? "." : ", or leave the property out.")));
            return null;
        }

        return value.Text;
    }

    /// <summary>Reads a name of <c>a-z 0-9 -</c>.</summary>
    public string? Slug(string name)
    {
        string? text = Text(name, required: true);
        if (text is null || SlugPattern().IsMatch(text))
        {
            return text;
        }

        _errors.Add(Find(name)!.Error($"'{text}' is no {name}", "Use 1 to 64 characters of a-z, 0-9 and -, beginning and ending with a letter or digit."));
        return null;
    }

    /// <summary>Reads one of several texts.</summary>
    public string? OneOf(string name, IReadOnlyList<string> allowed, bool required = false)
    {
        string? text = Text(name, required);
        if (text is null || allowed.Contains(text))
        {
            return text;
        }

        _errors.Add(Find(name)!.Error($"'{text}' is no {name}", $"{NearestName.Hint(text, allowed)}Use {string.Join(", ", allowed)}."));
        return null;
    }

    /// <summary>Reads an absolute address.</summary>
    public Uri? Address(string name, IReadOnlyList<string> schemes, bool required = false)
    {
        string? text = Text(name, required);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && schemes.Contains(address.Scheme) && address.Host.Length > 0 && address.UserInfo.Length == 0))
        {
            return text is null ? null : new Uri(text);
        }

        _errors.Add(Find(name)!.Error($"'{name}' is no absolute {string.Join(" or ", schemes)} address without user name", $"Write it in full, such as {schemes[0]}://example.org/feed."));
        return null;
    }

    /// <summary>Reads a whole number.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.Kind == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        _errors.Add(value.Error($"'{name}' is out of range", $"Write a whole number from {least} to {most}."));
        return otherwise;
    }

    /// <summary>Reads a yes or no.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.Kind is JsonTokenType.True or JsonTokenType.False)
        {
            return value.Kind == JsonTokenType.True;
        }

        _errors.Add(value.Error($"'{name}' has to be true or false", "Write it without quotes."));
        return otherwise;
    }

    /// <summary>Reads a duration: <c>hh:mm:ss</c>, <c>d.hh:mm:ss</c>, or a number with <c>s m h d</c>.</summary>
    public TimeSpan Duration(string name, TimeSpan least, TimeSpan most, TimeSpan otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.Kind == JsonTokenType.String && TryDuration(value.Text, out TimeSpan duration) && duration >= least && duration <= most)
        {
            return duration;
        }

        _errors.Add(value.Error($"'{name}' is no duration from {Shown(least)} to {Shown(most)}", "Write it as \"5m\", \"1h\" or \"00:05:00\"."));
        return otherwise;
    }

    /// <summary>Reads a number that has to be there.</summary>
    public double? Decimal(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            Text(name, required: true);
            return null;
        }

        if (value.Kind == JsonTokenType.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
        {
            return number;
        }

        _errors.Add(value.Error($"'{name}' is out of range", string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}.")));
        return null;
    }

    /// <summary>Reads a list.</summary>
    public IReadOnlyList<JsonSpot> List(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.Kind != JsonTokenType.StartArray)
        {
            _errors.Add(value.Error($"'{name}' is no list", "Write [ … ] here."));
        }

        return value.Items;
    }

    private static bool TryDuration(string text, out TimeSpan duration)
    {
        Match match = DurationPattern().Match(text);
        if (!match.Success)
        {
            return TimeSpan.TryParseExact(text, ["hh\\:mm\\:ss", "d\\.hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out duration);
        }

        int number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        duration = match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
        return true;
    }

    private static string Shown(TimeSpan span) => span.TotalDays >= 1 ? $"{span.TotalDays:0}d" : span.TotalMinutes >= 1 ? $"{span.TotalMinutes:0}m" : $"{span.TotalSeconds:0}s";

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();

    [GeneratedRegex("^([0-9]{1,6})(s|m|h|d)$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}

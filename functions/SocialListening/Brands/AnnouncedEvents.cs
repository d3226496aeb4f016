using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>Reads the announced events of one brand, whose times may be in its own zone.</summary>
internal sealed class AnnouncedEvents(TimeZoneInfo zone, List<BrandFileError> errors)
{
    /// <summary>The longest event: what lasts longer is no event but the brand's new rhythm.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    /// <summary>The least and the most times the usual number of mentions.</summary>
    public static readonly (double Least, double Most) Factors = (0.1, 100);

    private static readonly string[] LocalForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] OffsetForms = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz"];
    private static readonly string[] ZuluForms = ["yyyy-MM-ddTHH:mmZ", "yyyy-MM-ddTHH:mm:ssZ"];

    /// <summary>Reads one event.</summary>
    public AnnouncedEvent? Read(JsonSpot spot)
    {
        JsonObjectReader reader = new(spot, BrandFileReader.EventProperties, errors);
        string? name = reader.Text("name", required: true, maxLength: 200);
        DateTimeOffset? from = Instant(reader, "from", isEnd: false);
        DateTimeOffset? to = Instant(reader, "to", isEnd: true);
        double? factor = reader.Decimal("expectedFactor", Factors.Least, Factors.Most);
        if (from is { } start && to is { } end && (end <= start || end - start > Longest))
        {
            errors.Add(spot.Error("The event ends before it starts, or lasts too long", $"Let 'to' be later than 'from' by at most {Longest.TotalDays:0} days."));
            return null;
        }

        return name is null || from is null || to is null || factor is null ? null : new AnnouncedEvent(name, from.Value, to.Value, factor.Value);
    }

    private DateTimeOffset? Instant(JsonObjectReader reader, string name, bool isEnd)
    {
        if (reader.Text(name, required: true, maxLength: 40) is not { } text)
        {
            return null;
        }

        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParseExact(text, ZuluForms, invariant, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            || DateTimeOffset.TryParseExact(text, OffsetForms, invariant, DateTimeStyles.None, out instant))
        {
            return instant.ToUniversalTime();
        }

        if (DateTime.TryParseExact(text, LocalForms, invariant, DateTimeStyles.None, out DateTime local) && local.Year is > 1 and < 9999)
        {
            return new DateTimeOffset(local, OffsetAt(local, isEnd)).ToUniversalTime();
        }

        errors.Add(reader.Find(name)!.Error($"'{text}' is no time", "Write it as 2026-11-27T18:00 in the brand's local time, or with an offset: 2026-11-27T18:00+01:00."));
        return null;
    }

    // A time that the clock skips counts from before the change, so it falls as long after it. One that comes twice makes the event
    // the longer one.
    private TimeSpan OffsetAt(DateTime local, bool isEnd)
    {
        if (!zone.IsAmbiguousTime(local))
        {
            return zone.GetUtcOffset(local);
        }

        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
        return isEnd ? offsets.Min() : offsets.Max();
    }
}

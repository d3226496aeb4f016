using SocialListening.Contracts;

namespace SocialListening.Rollups;

/// <summary>
/// Counts key phrases in bounded space: Space-Saving (Metwally, Agrawal, El Abbadi 2005, https://doi.org/10.1007/978-3-540-30570-5_27)
/// with the inherited part kept apart from what was counted, so that taking a mention out is exact too and a phrase whose every
/// mention is gone is never shown.
/// </summary>
public static class TermCounting
{
    /// <summary>The key phrases of a mention that count: its most telling ones.</summary>
    public const int PhrasesOfMention = 5;

    /// <summary>The longest phrase that counts, in characters.</summary>
    public const int LongestPhrase = 64;

    private const int HourCapacity = 48;
    private const int DayCapacity = 128;

    /// <summary>The most phrases that are kept of a period: 48 of an hour, 128 of a day. No phrase errs by more than the period's phrases divided by that.</summary>
    /// <param name="span">The kind of period.</param>
    public static int Capacity(TermSpan span) => span == TermSpan.Hour ? HourCapacity : DayCapacity;

    /// <summary>Gives the start of the period that holds an instant, in UTC.</summary>
    /// <param name="span">The kind of period.</param>
    /// <param name="instant">The instant.</param>
    public static DateTimeOffset StartOf(TermSpan span, DateTimeOffset instant)
    {
        var ticks = span == TermSpan.Hour ? TimeSpan.TicksPerHour : TimeSpan.TicksPerDay;
        return new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % ticks), TimeSpan.Zero);
    }

    /// <summary>Moves one mention from how it counted to how it counts.</summary>
    /// <param name="tally">The tally of the period that holds the mention's creation time.</param>
    /// <param name="capacity">The most phrases that it keeps.</param>
    /// <param name="before">The score by which it counted; <see langword="null"/> when it did not count.</param>
    /// <param name="after">The score by which it is to count; <see langword="null"/> when it is not to.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Move(TermTally tally, int capacity, MentionScore? before, MentionScore? after)
    {
        var old = PhrasesOf(before);
        var now = PhrasesOf(after);
        var changed = false;
        foreach (var phrase in old.Except(now, StringComparer.Ordinal))
        {
            changed |= Remove(tally, phrase);
        }

        foreach (var phrase in now.Except(old, StringComparer.Ordinal))
        {
            Add(tally, capacity, phrase);
            changed = true;
        }

        return changed;
    }

    /// <summary>Adds up two parts of one period.</summary>
    /// <param name="one">One part.</param>
    /// <param name="other">The other.</param>
    /// <returns>The sum, with the bounds of both; it may list as many phrases as both together.</returns>
    public static TermTally Sum(TermTally one, TermTally other)
    {
        var sum = new TermTally { Unlisted = one.Unlisted + other.Unlisted };
        foreach (var phrase in one.Counts.Keys.Union(other.Counts.Keys, StringComparer.Ordinal))
        {
            sum.Counts[phrase] = one.Counts.GetValueOrDefault(phrase) + other.Counts.GetValueOrDefault(phrase);
            if (EarlierOf(one, phrase) + EarlierOf(other, phrase) is > 0 and var earlier)
            {
                sum.Earlier[phrase] = earlier;
            }
        }

        return sum;
    }

    private static int EarlierOf(TermTally tally, string phrase) => tally.Counts.ContainsKey(phrase) ? tally.Earlier.GetValueOrDefault(phrase) : tally.Unlisted;

    private static string[] PhrasesOf(MentionScore? score) => score is null
        ? []
        : [.. score.KeyPhrases.Where(phrase => phrase.Length is > 0 and <= LongestPhrase).Take(PhrasesOfMention).Select(phrase => phrase.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    private static void Add(TermTally tally, int capacity, string phrase)
    {
        if (tally.Counts.TryGetValue(phrase, out var count))
        {
            tally.Counts[phrase] = count + 1;
            return;
        }

        if (tally.Counts.Count >= capacity)
        {
            Forget(tally);
        }

        tally.Counts[phrase] = 1;
        if (tally.Unlisted > 0)
        {
            tally.Earlier[phrase] = tally.Unlisted;
        }
    }

    // The one that can have the fewest mentions goes; of several, the last by name, so that every storage forgets the same.
    private static void Forget(TermTally tally)
    {
        var (least, bound) = ("", int.MaxValue);
        foreach (var (phrase, count) in tally.Counts)
        {
            var most = count + tally.Earlier.GetValueOrDefault(phrase);
            if (most < bound || (most == bound && string.CompareOrdinal(phrase, least) > 0))
            {
                (least, bound) = (phrase, most);
            }
        }

        tally.Unlisted = Math.Max(tally.Unlisted, bound);
        tally.Counts.Remove(least);
        tally.Earlier.Remove(least);
    }

    private static bool Remove(TermTally tally, string phrase)
    {
        if (!tally.Counts.TryGetValue(phrase, out var count))
        {
            return false;
        }

        if (count > 1)
        {
            tally.Counts[phrase] = count - 1;
            return true;
        }

        tally.Counts.Remove(phrase);
        tally.Earlier.Remove(phrase);
        return true;
    }
}

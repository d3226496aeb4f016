namespace SocialListening.Spikes;

/// <summary>Maps bucket numbers to the brand's local hour and weekday; asks the zone once an hour.</summary>
internal sealed class LocalCalendar(TimeZoneInfo zone)
{
    public const int BucketsPerHour = 12;
    public const int BucketsPerDay = 288;
    public const int BucketSeconds = 300;

    private long _hourNumber = long.MinValue;
    private long _localSeconds;

    /// <summary>The bucket that an instant falls in, counted from 1970.</summary>
    public static long BucketOf(DateTimeOffset instant) =>
        Math.DivRem(instant.ToUnixTimeSeconds(), BucketSeconds) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;

    public static DateTimeOffset StartOf(long bucket) => DateTimeOffset.FromUnixTimeSeconds(bucket * BucketSeconds);

    /// <summary>Local hour as a number in [0, 24) at the middle of the bucket, and the local weekday, Sunday 0.</summary>
    public (double Hour, int Weekday) Local(long bucket)
    {
        var hourNumber = bucket / BucketsPerHour;
        if (hourNumber != _hourNumber)
        {
            var utc = DateTime.UnixEpoch.AddHours(hourNumber);
            _hourNumber = hourNumber;
            _localSeconds = (hourNumber * 3600) + (long)zone.GetUtcOffset(utc).TotalSeconds;
        }

        var seconds = _localSeconds + (bucket % BucketsPerHour * BucketSeconds) + (BucketSeconds / 2);
        var day = seconds / 86400;
        return ((seconds - (day * 86400)) / 3600.0, (int)((day + 4) % 7));
    }
}

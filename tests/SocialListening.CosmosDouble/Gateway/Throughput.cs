namespace SocialListening.CosmosDouble.Gateway;

/// <summary>Request units that fill up with time: a request is let in while some are left, and its charge is taken afterwards.</summary>
internal sealed class Throughput
{
    private readonly Lock _lock = new();
    private readonly double _perSecond;
    private readonly TimeProvider _clock;
    private double _left;
    private DateTimeOffset _seen;

    public Throughput(double perSecond, TimeProvider clock) => (_perSecond, _clock, _left, _seen) = (perSecond, clock, perSecond, clock.GetUtcNow());

    /// <summary>Lets a request in, or tells how long to wait.</summary>
    public TimeSpan? Enter()
    {
        lock (_lock)
        {
            Refill();
            return _left > 0 ? null : TimeSpan.FromMilliseconds(Math.Ceiling((-_left / _perSecond * 1000) + 1));
        }
    }

    /// <summary>Takes a charge.</summary>
    public void Take(double charge)
    {
        lock (_lock)
        {
            _left -= charge;
        }
    }

    private void Refill()
    {
        var now = _clock.GetUtcNow();
        _left = Math.Min(_perSecond, _left + ((now - _seen).TotalSeconds * _perSecond));
        _seen = now;
    }
}

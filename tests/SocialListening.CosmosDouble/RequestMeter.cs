using System.Collections.Concurrent;

namespace SocialListening.CosmosDouble;

/// <summary>Counts what the account served. Requests that were refused count too: they cost a round trip. Thread-safe.</summary>
public sealed class RequestMeter
{
    private readonly ConcurrentDictionary<RequestKind, long> _requests = new();
    private readonly ConcurrentDictionary<int, long> _statuses = new();
    private readonly Lock _lock = new();
    private double _requestUnits;

    /// <summary>Requests of every kind, retries of the SDK included.</summary>
    public long Total => _requests.Values.Sum();

    /// <summary>Requests on documents: everything but metadata.</summary>
    public long OnDocuments => _requests.Where(entry => entry.Key != RequestKind.Metadata).Sum(entry => entry.Value);

    /// <summary>Request units charged.</summary>
    public double RequestUnits
    {
        get
        {
            lock (_lock)
            {
                return _requestUnits;
            }
        }
    }

    /// <summary>Requests of one kind.</summary>
    public long Requests(RequestKind kind) => _requests.GetValueOrDefault(kind);

    /// <summary>Answers with one HTTP status; 0 stands for an answer that was lost on its way.</summary>
    public long Answers(int status) => _statuses.GetValueOrDefault(status);

    /// <summary>Starts from zero.</summary>
    public void Reset()
    {
        _requests.Clear();
        _statuses.Clear();
        lock (_lock)
        {
            _requestUnits = 0;
        }
    }

    internal void Count(RequestKind kind, int status, double charge)
    {
        _requests.AddOrUpdate(kind, 1, (_, count) => count + 1);
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        lock (_lock)
        {
            _requestUnits += charge;
        }
    }
}

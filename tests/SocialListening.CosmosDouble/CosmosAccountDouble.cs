using System.Text.Json;
using Microsoft.Azure.Cosmos;
using SocialListening.CosmosDouble.Faults;
using SocialListening.CosmosDouble.Gateway;
using SocialListening.CosmosDouble.Journal;

namespace SocialListening.CosmosDouble;

/// <summary>
/// A test double of an Azure Cosmos DB account for NoSQL, seen through its gateway: the real SDK talks to it in Gateway mode, in the same process or
/// over HTTP, and meets the service's status codes, tags, limits and transactions. Thread-safe.
/// </summary>
public sealed class CosmosAccountDouble : IDisposable
{
    private readonly CosmosDoubleOptions _options;
    private readonly FileJournal? _journal;
    private readonly ContainerRequests _containers;
    private readonly GatewayRouter _router;
    private readonly Throughput? _throughput;
    private Uri _endpoint = new("https://cosmos.double/");

    /// <summary>Starts an account; one with a journal file starts from what the file holds.</summary>
    public CosmosAccountDouble(CosmosDoubleOptions? options = null)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.PhysicalPartitions, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.PhysicalPartitions, 64, nameof(options));
        _throughput = _options.RequestUnitsPerSecond is { } perSecond ? new(perSecond, _options.Clock) : null;
        _journal = _options.JournalPath is { } path ? new(path) : null;
        var databases = new DatabaseRequests(_options.Clock, id => _journal?.DatabaseAdded(id));
        _containers = new ContainerRequests(databases, _options, _journal ?? (Resources.IContainerJournal)NoJournal.Instance, (database, container) => _journal?.ContainerDefined(database, container));
        _journal?.Load(databases, _containers);
        _router = new(() => _endpoint, databases, _containers);
    }

    /// <summary>A key that clients may present. Any other key is let in as well.</summary>
    public static string Key => "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    /// <summary>What goes wrong. Nothing, until rules are added.</summary>
    public FaultPlan Faults { get; set; } = new();

    /// <summary>What was served.</summary>
    public RequestMeter Meter { get; } = new();

    /// <summary>Runs before each request is answered: the place for a writer that slips in between two requests of another.</summary>
    public Func<RequestKind, string, CancellationToken, Task>? BeforeRequest { get; set; }

    /// <summary>Where the account says it is reached. Default https://cosmos.double/, which only the in-process handler answers.</summary>
    public Uri Endpoint
    {
        get => _endpoint;
        set => _endpoint = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>A handler through which an HTTP client reaches this account.</summary>
    public HttpMessageHandler CreateHandler() => new GatewayHandler(this);

    /// <summary>Options for an SDK client of this account: Gateway mode, in process, no pauses between retries that a test would notice.</summary>
    public CosmosClientOptions CreateClientOptions() => new()
    {
        ConnectionMode = ConnectionMode.Gateway,
        LimitToEndpoint = true,
        HttpClientFactory = () => new HttpClient(CreateHandler(), disposeHandler: false),
    };

    /// <summary>An SDK client of this account. The caller disposes it.</summary>
    /// <param name="configure">Changes the options before the client is made.</param>
    public CosmosClient CreateClient(Action<CosmosClientOptions>? configure = null)
    {
        QueryPlanner.UseLocal();
        var options = CreateClientOptions();
        configure?.Invoke(options);
        return new(Endpoint.ToString(), Key, options);
    }

    /// <summary>How many documents a container keeps, those included that have expired; 0 for a container that does not exist.</summary>
    public int Count(string database, string container) => ContainerOf(database, container)?.Count ?? 0;

    /// <summary>Every document of a container that has not expired, as the service would give it back, in the order of creation.</summary>
    public IReadOnlyList<JsonElement> Documents(string database, string container) =>
        [.. ContainerOf(database, container)?.Snapshot(_ => true).Select(document => document.Root) ?? []];

    /// <inheritdoc/>
    public void Dispose() => _journal?.Dispose();

    internal async Task<GatewayResponse> AnswerAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var kind = RequestClassifier.Of(request);
        if (BeforeRequest is { } before)
        {
            await before(kind, string.Join('/', request.Segments), cancellationToken);
        }

        var fault = Faults.Draw(kind, $"{request.Method} {string.Join('/', request.Segments)} {request[GatewayHeaders.PartitionKey]}");
        var answer = await TryAnswerAsync(request, kind, fault, cancellationToken);
        var lost = fault is { Kind: FaultKind.LostAnswer };
        Meter.Count(kind, lost ? 0 : answer.Status, answer.Charge);
        return lost ? throw new AnswerLostException() : answer.With(GatewayHeaders.ActivityId, request[GatewayHeaders.ActivityId] ?? Guid.NewGuid().ToString());
    }

    private Resources.Container? ContainerOf(string database, string container)
    {
        try
        {
            return _containers.Find(database, container);
        }
        catch (GatewayException)
        {
            return null;
        }
    }

    private async Task<GatewayResponse> TryAnswerAsync(GatewayRequest request, RequestKind kind, FaultRule? fault, CancellationToken cancellationToken)
    {
        try
        {
            await FaultAnswers.BeforeAsync(fault, _options.Clock, cancellationToken);
            if (_throughput?.Enter() is { } wait)
            {
                throw FaultAnswers.Throttled(wait);
            }

            if (fault is { Kind: FaultKind.ConcurrentWriter } && _router.ContainerOf(request) is { } container)
            {
                await ConcurrentWriter.SlipInAsync(container, request, kind);
            }

            var answer = await _router.AnswerAsync(request, kind);
            _throughput?.Take(answer.Charge);
            return fault is { Kind: FaultKind.TimedOutAfterCommit } ? FaultAnswers.TimedOut.ToResponse() : answer;
        }
        catch (GatewayException refused)
        {
            return refused.ToResponse();
        }
    }
}

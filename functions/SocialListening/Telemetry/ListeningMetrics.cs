using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace SocialListening.Telemetry;

/// <summary>
/// Every instrument of the product. Names and tags are those of the table "Metrics" in functions/ARCHITECTURE.md, on which
/// dashboards and alert rules rely; units are those of UCUM (https://ucum.org), as OpenTelemetry asks.
/// </summary>
internal static class ListeningMetrics
{
    private static readonly InstrumentAdvice<double> Lags = new() { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 86_400] };

    private static readonly Counter<long> MentionCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.mentions", "{mention}", "Mentions that were stored, refreshed, known already or put aside.");

    private static readonly Histogram<double> MentionDelay = ListeningTelemetry.Meter.CreateHistogram(
        "sociallistening.mention.lag", "s", "From a post to its mention being stored.", null, Lags);

    private static readonly Histogram<double> AlertDelay = ListeningTelemetry.Meter.CreateHistogram(
        "sociallistening.alert.lag", "s", "From the start of a change to its alert being raised, and to people being told.", null, Lags);

    private static readonly Counter<long> PollCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.polls", "{poll}", "Polls that were finished.");

    private static readonly Counter<long> BrandsReadCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.brands.reads", "{read}", "Looks at the stored definitions of brands.");

    private static readonly Gauge<double> WorstPollDelay = ListeningTelemetry.Meter.CreateGauge<double>(
        "sociallistening.poll.lag", "s", "By how much the worst source is behind its cadence.");

    private static readonly Gauge<long> QueueDepth = ListeningTelemetry.Meter.CreateGauge<long>(
        "sociallistening.queue.depth", "{message}", "Messages in a queue.");

    private static readonly Gauge<double> QueueAge = ListeningTelemetry.Meter.CreateGauge<double>(
        "sociallistening.queue.age", "s", "Age of the oldest waiting message of a queue.");

    private static readonly Gauge<long> QueuePoison = ListeningTelemetry.Meter.CreateGauge<long>(
        "sociallistening.queue.poison", "{message}", "Messages that were put aside from a queue.");

    private static readonly Counter<long> StorageCalls = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.storage.calls", "{call}", "Round trips to Cosmos DB and to the storage queues, each attempt counted.");

    private static readonly Counter<double> StorageCharge = ListeningTelemetry.Meter.CreateCounter<double>(
        "sociallistening.storage.request_charge", "{RU}", "Request units that Cosmos DB charged.");

    private static readonly Counter<long> LanguageRecordCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.language.records", "{record}", "Text records sent to the language service: one for each 1,000 characters of a text, for each feature.");

    private static readonly Counter<long> LanguageTextCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.language.texts", "{text}", "Texts that the language service was meant for, by where their answer came from.");

    private static readonly Counter<long> PendingCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.language.pending", "{mention}", "Mentions whose answer of the language service was put off.");

    private static readonly Counter<long> RetryCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.retries", "{retry}", "Attempts after the first.");

    private static readonly Counter<long> NotificationCount = ListeningTelemetry.Meter.CreateCounter<long>(
        "sociallistening.notifications", "{notification}", "Recipients that were told or could not be told of an alert.");

    private static readonly Counter<double> SpendEstimate = ListeningTelemetry.Meter.CreateCounter<double>(
        "sociallistening.spend", "{currency}", "What metered calls cost by the prices in the settings: an estimate.");

    /// <summary>Notes what became of mentions.</summary>
    /// <param name="platform">Their platform.</param>
    /// <param name="outcome"><c>added</c>, <c>refreshed</c>, <c>known</c>, <c>rejected</c> or <c>erased</c>.</param>
    /// <param name="count">How many; 0 notes nothing.</param>
    public static void Mentions(string platform, string outcome, int count)
    {
        if (count > 0)
        {
            MentionCount.Add(count, new Tag(TagNames.Platform, platform), new Tag(TagNames.Outcome, outcome));
        }
    }

    /// <summary>Notes how long a post took to be stored.</summary>
    /// <param name="platform">Its platform.</param>
    /// <param name="lag">From the post to the end of the write.</param>
    public static void MentionStored(string platform, TimeSpan lag) => MentionDelay.Record(Math.Max(0, lag.TotalSeconds), new Tag(TagNames.Platform, platform));

    /// <summary>Notes how long a change took to be seen.</summary>
    /// <param name="lag">From the start of the first unusual bucket.</param>
    public static void AlertRaised(TimeSpan lag) => AlertDelay.Record(Math.Max(0, lag.TotalSeconds), new Tag(TagNames.Until, "raised"));

    /// <summary>Notes that a recipient was told of an alert.</summary>
    /// <param name="channel">How.</param>
    /// <param name="lag">From the start of the first unusual bucket; <see langword="null"/> for a later revision of the alert.</param>
    public static void Notified(string channel, TimeSpan? lag)
    {
        NotificationCount.Add(1, new Tag(TagNames.Channel, channel), new Tag(TagNames.Outcome, "sent"));
        if (lag is { } value)
        {
            AlertDelay.Record(Math.Max(0, value.TotalSeconds), new Tag(TagNames.Until, "notified"));
        }
    }

    /// <summary>Notes that a recipient could not be told.</summary>
    /// <param name="channel">How.</param>
    public static void NotificationFailed(string channel) => NotificationCount.Add(1, new Tag(TagNames.Channel, channel), new Tag(TagNames.Outcome, "failed"));

    /// <summary>Notes a finished poll.</summary>
    /// <param name="platform">The source's platform.</param>
    /// <param name="outcome"><c>ok</c>, or the class of the failure in lower case.</param>
    public static void Polled(string platform, string outcome) => PollCount.Add(1, new Tag(TagNames.Platform, platform), new Tag(TagNames.Outcome, outcome));

    /// <summary>Notes a look at the stored definitions of brands.</summary>
    /// <param name="outcome"><c>same</c>, <c>changed</c> when they were read anew, or <c>failed</c>.</param>
    public static void BrandsRead(string outcome) => BrandsReadCount.Add(1, new Tag(TagNames.Outcome, outcome));

    /// <summary>Sets how far the worst source is behind.</summary>
    /// <param name="lag">Beyond its cadence; not negative.</param>
    public static void PollLag(TimeSpan lag) => WorstPollDelay.Record(lag.TotalSeconds);

    /// <summary>Sets how full a queue is.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="messages">Its messages, hidden ones included.</param>
    /// <param name="ageSeconds">Age of the oldest visible one; 0 when none is visible.</param>
    /// <param name="poisoned">Messages in its poison queue.</param>
    public static void Queue(string queue, long messages, double ageSeconds, long poisoned)
    {
        var tag = new Tag(TagNames.Queue, queue);
        QueueDepth.Record(messages, tag);
        QueueAge.Record(ageSeconds, tag);
        QueuePoison.Record(poisoned, tag);
    }

    /// <summary>Notes a round trip to a storage queue.</summary>
    /// <param name="operation">What was asked, such as <c>send</c>.</param>
    /// <param name="queue">Of which queue.</param>
    /// <param name="status">The answer's status; 0 when there was none.</param>
    public static void QueueCall(string operation, string queue, int status) => Call("queue", operation, queue, status);

    /// <summary>Notes a round trip to Cosmos DB.</summary>
    /// <param name="operation">What was asked, such as <c>batch</c>.</param>
    /// <param name="container">Of which container.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="requestCharge">What it charged, in request units; 0 when it did not say.</param>
    public static void CosmosCall(string operation, string container, int status, double requestCharge)
    {
        Call("cosmos", operation, container, status);
        if (requestCharge > 0)
        {
            StorageCharge.Add(requestCharge, new Tag(TagNames.Operation, operation), new Tag(TagNames.Container, container));
        }
    }

    /// <summary>Notes text records that the language service took.</summary>
    /// <param name="operation">The feature, such as <c>sentiment</c>.</param>
    /// <param name="records">How many.</param>
    public static void LanguageRecords(string operation, long records) => LanguageRecordCount.Add(records, new Tag(TagNames.Operation, operation));

    /// <summary>Notes texts that were to be answered by the language service.</summary>
    /// <param name="outcome"><c>service</c> when it was asked, <c>ledger</c> when an answer was kept from before, <c>partial</c> when its answer lacked phrases or opinions.</param>
    /// <param name="texts">How many; 0 notes nothing.</param>
    public static void LanguageTexts(string outcome, long texts)
    {
        if (texts > 0)
        {
            LanguageTextCount.Add(texts, new Tag(TagNames.Outcome, outcome));
        }
    }

    /// <summary>Notes mentions that were put off.</summary>
    /// <param name="outcome">Why, a name of <see cref="Contracts.PendingReason"/> in lower case.</param>
    /// <param name="mentions">How many.</param>
    public static void LanguagePending(string outcome, long mentions) => PendingCount.Add(mentions, new Tag(TagNames.Outcome, outcome));

    /// <summary>Notes an attempt after the first.</summary>
    /// <param name="service">At which service.</param>
    public static void Retried(string service) => RetryCount.Add(1, new Tag(TagNames.Service, service));

    /// <summary>Notes what calls cost.</summary>
    /// <param name="service">Which service charges it.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">Its currency by ISO 4217.</param>
    public static void Spent(string service, double amount, string currency) =>
        SpendEstimate.Add(amount, new Tag(TagNames.Service, service), new Tag(TagNames.Currency, currency));

    private static void Call(string service, string operation, string container, int status) => StorageCalls.Add(
        1,
        new Tag(TagNames.Service, service),
        new Tag(TagNames.Operation, operation),
        new Tag(TagNames.Container, container),
        new Tag(TagNames.Status, status));
}

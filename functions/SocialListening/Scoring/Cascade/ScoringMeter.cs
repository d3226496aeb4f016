using System.Diagnostics.Metrics;
using SocialListening.Contracts;

namespace SocialListening.Scoring.Cascade;

/// <summary>Counts what the language service is asked and costs: the meter <c>SocialListening.Scoring</c>.</summary>
public sealed class ScoringMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "SocialListening.Scoring";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _records;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _texts;
    private readonly Counter<long> _pending;
    private readonly Counter<long> _partial;

    /// <summary>Makes the instruments.</summary>
    public ScoringMeter()
    {
        _records = _meter.CreateCounter<long>("sociallistening.scoring.records", "{record}", "Text records billed, or that may have been");
        _calls = _meter.CreateCounter<long>("sociallistening.scoring.calls", "{call}", "Calls of the language service");
        _texts = _meter.CreateCounter<long>("sociallistening.scoring.texts", "{text}", "Texts by where their answer came from: service or ledger");
        _pending = _meter.CreateCounter<long>("sociallistening.scoring.pending", "{mention}", "Mentions put off, by reason");
        _partial = _meter.CreateCounter<long>("sociallistening.scoring.partial", "{text}", "Answers that have their tone but lack phrases or opinions, by class of failure");
    }

    /// <summary>Counts a call.</summary>
    /// <param name="texts">Its texts.</param>
    /// <param name="records">Its records.</param>
    public void Called(int texts, int records)
    {
        _calls.Add(1);
        _records.Add(records);
        _texts.Add(texts, new KeyValuePair<string, object?>("source", "service"));
    }

    /// <summary>Counts texts that the ledger answered.</summary>
    /// <param name="texts">How many.</param>
    public void FromLedger(int texts) => _texts.Add(texts, new KeyValuePair<string, object?>("source", "ledger"));

    /// <summary>Counts mentions that were put off.</summary>
    /// <param name="mentions">How many.</param>
    /// <param name="reason">Why.</param>
    public void PutOff(int mentions, PendingReason reason) => _pending.Add(mentions, new KeyValuePair<string, object?>("reason", reason.ToString()));

    /// <summary>Counts an answer that lacks something that was asked for.</summary>
    /// <param name="reason">Why.</param>
    public void Partial(LanguageFailureClass reason) => _partial.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}

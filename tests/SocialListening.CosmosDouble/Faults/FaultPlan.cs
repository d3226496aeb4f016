using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SocialListening.CosmosDouble.Resources;

namespace SocialListening.CosmosDouble.Faults;

/// <summary>
/// The rules by which requests fail. What strikes a request follows from the seed, from what the request addresses and from
/// how often that was addressed before, so a run repeats whatever the order in which threads get their turn. Thread-safe.
/// </summary>
public sealed class FaultPlan(int seed = 0)
{
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FaultRule, int> _struck = new(ReferenceEqualityComparer.Instance);
    private volatile IReadOnlyList<FaultRule> _rules = [];

    /// <summary>How often any rule struck.</summary>
    public int Struck => _struck.Values.Sum();

    /// <summary>Adds a rule. The first rule that strikes wins.</summary>
    public FaultPlan Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules = [.. _rules, rule];
        return this;
    }

    /// <summary>Adds a mixture: a total share of requests, split evenly between kinds.</summary>
    public FaultPlan AddStorm(double share, params FaultKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        foreach (var kind in kinds)
        {
            Add(new FaultRule { Kind = kind, Probability = share / kinds.Length });
        }

        return this;
    }

    /// <summary>Removes every rule.</summary>
    public void Clear() => _rules = [];

    /// <summary>The rule that strikes a request, or null.</summary>
    /// <param name="kind">The kind of request.</param>
    /// <param name="address">What it addresses: path and partition key.</param>
    internal FaultRule? Draw(RequestKind kind, string address)
    {
        var rules = _rules;
        if (rules is [])
        {
            return null;
        }

        var attempt = _attempts.AddOrUpdate(address, 0, (_, count) => count + 1);
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            if (rule.Concerns(kind) && Chance(index, address, attempt) < rule.Probability && Strikes(rule))
            {
                return rule;
            }
        }

        return null;
    }

    private bool Strikes(FaultRule rule)
    {
        while (true)
        {
            var count = _struck.GetOrAdd(rule, 0);
            if (rule.Times is { } most && count >= most)
            {
                return false;
            }

            if (_struck.TryUpdate(rule, count + 1, count))
            {
                return true;
            }
        }
    }

    private double Chance(int rule, string address, int attempt)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}|{rule}|{attempt}|{address}");
        return (Murmur3.Hash128(Encoding.UTF8.GetBytes(text)).Low >> 11) * (1.0 / (1UL << 53));
    }
}

using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

/// <summary>
/// Keeps a share of the traces, each whole: the trace id decides, by the hash that all SDKs of Application Insights use
/// (https://learn.microsoft.com/azure/azure-monitor/app/sampling). What is kept tells its share, so that counts can be made up for.
/// </summary>
internal sealed class FixedRatioSampler : Sampler
{
    /// <summary>The attribute that tells the share in percent.</summary>
    public const string RateAttribute = "microsoft.sample_rate";

    private static readonly SamplingResult Left = new(SamplingDecision.RecordOnly);

    private readonly double _ratio;
    private readonly SamplingResult _kept;

    private FixedRatioSampler(double ratio)
    {
        _ratio = ratio;
        _kept = ratio < 1 ? new(SamplingDecision.RecordAndSample, [new(RateAttribute, ratio * 100)]) : new(SamplingDecision.RecordAndSample);
    }

    /// <summary>Makes the sampler that options ask for.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="NotSupportedException"><see cref="AzureMonitorExporterOptions.TracesPerSecond"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is outside 0 to 1.</exception>
    public static FixedRatioSampler Of(AzureMonitorExporterOptions options)
    {
        if (options.TracesPerSecond is not null)
        {
            throw new NotSupportedException("This stand-in samples by SamplingRatio only: set TracesPerSecond to null.");
        }

        return options.SamplingRatio is >= 0 and <= 1
            ? new FixedRatioSampler(options.SamplingRatio)
            : throw new ArgumentOutOfRangeException(nameof(options), "SamplingRatio must be between 0 and 1.");
    }

    /// <summary>Where a trace lies between 0 and 1; it is kept when below the ratio.</summary>
    /// <param name="traceId">The trace id in hexadecimal.</param>
    public static double Score(string traceId)
    {
        var hash = 5381;
        foreach (var sign in traceId)
        {
            hash = unchecked((hash << 5) + hash + char.ToUpperInvariant(sign));
        }

        return hash == int.MinValue ? 1 : Math.Abs((double)hash) / int.MaxValue;
    }

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        _ratio >= 1 || (_ratio > 0 && Score(samplingParameters.TraceId.ToHexString()) < _ratio) ? _kept : Left;
}

using SocialListening.Contracts;

namespace SocialListening.Spikes.Running;

/// <summary>What a back-test came to.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="From">Start of the time that was asked for.</param>
/// <param name="To">Its end.</param>
/// <param name="Sensitivity">The sensitivity that was tried.</param>
/// <param name="LearntFrom">Start of the first bucket that the detector learnt from, before <paramref name="From"/> where there is history.</param>
/// <param name="Buckets">How many buckets were judged in all.</param>
/// <param name="Alerts">The alerts that would have been found in the time asked for, in their last revision, by onset.</param>
public sealed record BackTestReport(
    string BrandId, DateTimeOffset From, DateTimeOffset To, AlertSensitivity Sensitivity, DateTimeOffset? LearntFrom, int Buckets, IReadOnlyList<Alert> Alerts);

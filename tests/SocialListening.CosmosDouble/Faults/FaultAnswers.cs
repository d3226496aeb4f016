using SocialListening.CosmosDouble.Gateway;

namespace SocialListening.CosmosDouble.Faults;

/// <summary>What a fault answers.</summary>
internal static class FaultAnswers
{
    /// <summary>An answer that gave up waiting.</summary>
    public static GatewayException TimedOut => new(408, "The request timed out.");

    /// <summary>An answer that asks to slow down.</summary>
    public static GatewayException Throttled(TimeSpan wait) =>
        new(429, "Request rate is large. More Request Units may be needed, so no changes were made.", subStatus: 3200) { RetryAfter = wait };

    /// <summary>Waits, or refuses a request before it takes effect.</summary>
    public static async Task BeforeAsync(FaultRule? fault, TimeProvider clock, CancellationToken cancellationToken)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Throttled: throw Throttled(fault.Delay);
            case FaultKind.Unavailable: throw new GatewayException(503, "Service is currently unavailable.", subStatus: 21008);
            case FaultKind.RetryWith: throw new GatewayException(449, "The operation encountered a transient error. Retry it.") { RetryAfter = fault.Delay };
            case FaultKind.TimedOut: throw TimedOut;
            case FaultKind.Late: await Task.Delay(fault.Delay, clock, cancellationToken); break;
        }
    }
}

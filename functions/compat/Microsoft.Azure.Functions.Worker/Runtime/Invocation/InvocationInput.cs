using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>What a trigger hands to an invocation.</summary>
/// <param name="TriggerValue">The value for the trigger's parameter: a <see cref="TimerInfo"/>, a message text or a request.</param>
/// <param name="BindingData">What the trigger knows about the event, by name.</param>
/// <param name="Http">The request and response of an HTTP trigger.</param>
internal sealed record InvocationInput(object TriggerValue, IReadOnlyDictionary<string, object?> BindingData, HttpContext? Http = null)
{
    /// <summary>No data besides the value.</summary>
    public static readonly IReadOnlyDictionary<string, object?> NoData = FrozenDictionary<string, object?>.Empty;
}

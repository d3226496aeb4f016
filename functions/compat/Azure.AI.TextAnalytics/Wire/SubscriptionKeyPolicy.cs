using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Puts the resource's key on every request, as it is at that moment: a key may be changed while the client lives.</summary>
internal sealed class SubscriptionKeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
}

using System.Collections;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Extensions.DependencyInjection;
using SocialListening.Queues;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>Sends what functions return to the queues of their output attributes.</summary>
internal sealed class OutputSender(IServiceProvider services, SettingNames names, HostSettings settings)
{
    /// <summary>Sends the outputs of an invocation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="returned">What it returned.</param>
    /// <param name="cancellationToken">Cancels before the next output.</param>
    public async Task SendAsync(FunctionDescriptor function, object? returned, CancellationToken cancellationToken)
    {
        foreach (var output in function.Outputs)
        {
            if (output.Attribute is QueueOutputAttribute queue && Texts(output.ValueOf(returned)).ToArray() is { Length: > 0 } texts)
            {
                var wire = settings.Queues.Base64 ? Array.ConvertAll(texts, QueueText.Encode) : texts;
                await services.GetRequiredService<IQueueTransport>()
                    .SendAsync(names.Resolve(queue.QueueName), wire, TimeSpan.Zero, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        byte[] bytes => [Encoding.UTF8.GetString(bytes)],
        IDictionary map => [JsonSerializer.Serialize(map, map.GetType())],
        IEnumerable several => several.Cast<object?>().Where(v => v is not null).SelectMany(Texts),
        _ => [JsonSerializer.Serialize(value, value.GetType())],
    };
}

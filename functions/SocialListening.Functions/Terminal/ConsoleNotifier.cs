using SocialListening.Contracts;
using SocialListening.Notifiers;

namespace SocialListening.Functions.Terminal;

/// <summary>Prints each alert: what moved, against which expectation, what drives it, where to read it, and what to do next.</summary>
internal sealed class ConsoleNotifier(RunConsole console) : INotifier
{
    private static readonly NotifierTarget[] Target = [new NotifierTarget("console", null)];

    public string Channel => "console";

    public IReadOnlyList<NotifierTarget> TargetsOf(Brand brand) => Target;

    public Task SendAsync(Alert alert, Brand brand, NotifierTarget target, CancellationToken cancellationToken)
    {
        console.WriteAlert(alert, brand);
        return Task.CompletedTask;
    }
}

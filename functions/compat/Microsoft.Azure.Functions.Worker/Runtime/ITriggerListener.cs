namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Starts a function whenever its trigger says so.</summary>
internal interface ITriggerListener
{
    /// <summary>Starts listening.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Takes no new work from the moment of the call; the task ends with the work under way.</summary>
    Task StopAsync();
}

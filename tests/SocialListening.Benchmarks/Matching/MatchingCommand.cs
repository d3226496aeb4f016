using System.CommandLine;

namespace SocialListening.Benchmarks.Matching;

/// <summary>The <c>matching</c> command.</summary>
internal static class MatchingCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Command command = new("matching", "Texts per second through the brand queries, on one thread.");
        command.SetAction(result => MatchingBenchmark.Run(result.InvocationConfiguration.Output));
        return command;
    }
}

using System.CommandLine;
using SocialListening.Benchmarks.Pipeline;
using SocialListening.Benchmarks.Sentiment;
using SocialListening.Benchmarks.Matching;
using SocialListening.Benchmarks.Spikes;
using SocialListening.Benchmarks.Storage;

var root = new RootCommand("Measurements of SocialListening.")
{
    SentimentCommand.Create(),
    MatchingCommand.Create(),
    SpikesCommand.Create(),
    SpikesBenchCommand.Create(),
    FleetCommand.Create(),
    StorageCommand.Create(),
    PipelineCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

using System.CommandLine;
using SocialListening.Benchmarks.Azure;
using SocialListening.Benchmarks.Cost;
using SocialListening.Benchmarks.Pipeline;
using SocialListening.Benchmarks.Sentiment;
using SocialListening.Benchmarks.Matching;
using SocialListening.Benchmarks.Spikes;
using SocialListening.Benchmarks.Storage;
using SocialListening.Benchmarks.Stories;

var root = new RootCommand("Measurements of SocialListening.")
{
    SentimentCommand.Create(),
    MatchingCommand.Create(),
    SpikesCommand.Create(),
    SpikesBenchCommand.Create(),
    FleetCommand.Create(),
    StorageCommand.Create(),
    PipelineCommand.Create(),
    StoriesCommand.Create(),
    CostCommand.Create(),
    AzureCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

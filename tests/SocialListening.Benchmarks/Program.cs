using System.CommandLine;
using SocialListening.Benchmarks.Sentiment;
using SocialListening.Benchmarks.Spikes;

var root = new RootCommand("Measurements of SocialListening.")
{
    SentimentCommand.Create(),
    SpikesCommand.Create(),
    SpikesBenchCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

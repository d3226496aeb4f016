using System.CommandLine;
using SocialListening.Benchmarks.Spikes;

var root = new RootCommand("Measurements of SocialListening.")
{
    SpikesCommand.Create(),
    SpikesBenchCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

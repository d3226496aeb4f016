using SocialListening.Functions.Tests.Queues;
using SocialListening.Storage;
using static SocialListening.Functions.Tests.Storage.Make;

namespace SocialListening.Functions.Tests.Storage;

/// <summary>What every store of timer status and replay position keeps to, whatever its backend.</summary>
public abstract class ClockStoreSuite : StorageSuite
{
    [BackendFact]
    public async Task TimerStatus_SavedTwice_GivesTheLast()
    {
        Assert.Null(await Backend.Timers.GetAsync("PollSources", default));
        await Backend.Timers.SaveAsync("PollSources", new TimerStatus(null, Noon, Noon.AddTicks(-1)), default);
        await Backend.Timers.SaveAsync("DetectSpikes", new TimerStatus(null, Noon, Noon), default);
        var last = new TimerStatus(Noon, Noon.AddMinutes(1), Noon.AddTicks(7));
        await Backend.Timers.SaveAsync("PollSources", last, default);
        Backend.Reopen();

        Assert.Equal(last, await Backend.Timers.GetAsync("PollSources", default));
        Assert.Equal(new TimerStatus(null, Noon, Noon), await Backend.Timers.GetAsync("DetectSpikes", default));
    }

    [BackendFact]
    public async Task ReplayPosition_SavedTwice_GivesTheLast()
    {
        Assert.Null(await Backend.Position.GetAsync(default));
        await Backend.Position.SaveAsync(Noon, default);
        await Backend.Position.SaveAsync(Noon.AddHours(5).ToOffset(TimeSpan.FromHours(2)), default);
        Backend.Reopen();

        Assert.Equal(Noon.AddHours(5), await Backend.Position.GetAsync(default));
    }
}

namespace SocialListening.Functions.Tests.Compat;

/// <summary>Waits for what other threads do.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"Did not happen within 60 s: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    /// <summary>Gives other threads time to do what they should not do.</summary>
    public static Task SettleAsync() => Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System);
}

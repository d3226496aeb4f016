namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>A test of what a signal does; Windows has none, so it is reported as skipped there.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs Unix signals.";
        }
    }
}

using System.Globalization;

namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>
/// A test of what SIGINT does. It is reported as skipped on Windows, which has no signals, and where this process was started
/// to ignore SIGINT, as a shell script does with what it puts in the background: its children cannot take the signal back.
/// </summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";
    private const ulong Interrupt = 1 << 1;

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs Unix signals.";
        }
        else if (IgnoresInterrupt())
        {
            Skip = "SIGINT is ignored here: run the tests in the foreground.";
        }
    }

    private static bool IgnoresInterrupt() =>
        File.Exists(Status)
        && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
        && ulong.TryParse(line[Ignored.Length..].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var signals)
        && (signals & Interrupt) != 0;
}

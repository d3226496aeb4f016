using System.Text;
using SocialListening.Functions.Terminal;

namespace SocialListening.Functions.Tests.Terminal;

public sealed class RunConsoleTests
{
    [Fact]
    public void Progress_WithALogLineBetween_LeavesEachOnALineOfItsOwn()
    {
        var written = new StringWriter { NewLine = "\n" };
        var console = new RunConsole(written, interactive: true);

        console.Progress("a", "Tue 17 Mar  7 %");
        written.Write("12:00:00 warn: source failed\n");
        console.Progress("b", "Wed 18 Mar  14 %");
        console.WriteLine("done");
        console.EndProgress();

        Assert.Equal(["12:00:00 warn: source failed", "done", ""], Shown(written.ToString()));
    }

    [Fact]
    public void Progress_Redirected_WritesALineOnlyWhenItsKeyChanges()
    {
        var written = new StringWriter { NewLine = "\n" };
        var console = new RunConsole(written, interactive: false);

        console.Progress("day 1", "1 %");
        console.Progress("day 1", "2 %");
        console.Progress("day 2", "7 %");

        Assert.Equal("1 %\n7 %\n", written.ToString());
    }

    // What a terminal shows: a carriage return goes back to the start of the line, and what follows is written over it.
    private static string[] Shown(string written) => [.. written.Split('\n').Select(Line)];

    private static string Line(string written)
    {
        var line = new StringBuilder();
        foreach (var part in written.Split('\r'))
        {
            line.Remove(0, Math.Min(part.Length, line.Length)).Insert(0, part);
        }

        return line.ToString().TrimEnd();
    }
}

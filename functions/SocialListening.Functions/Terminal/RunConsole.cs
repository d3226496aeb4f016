using System.Globalization;
using SocialListening.Contracts;

namespace SocialListening.Functions.Terminal;

/// <summary>
/// What a person at the terminal sees: a progress line that is overwritten (or, when output is redirected, one line for each
/// simulated day), and blocks of text between. What is written cannot steer the terminal. Thread-safe.
/// </summary>
internal sealed class RunConsole(TextWriter output, bool interactive)
{
    private readonly Lock _gate = new();
    private string _progress = string.Empty;
    private string _lastKey = string.Empty;

    /// <summary>Whether somebody may be watching: the output is a terminal.</summary>
    public bool IsInteractive => interactive;

    public void WriteLine(string line)
    {
        lock (_gate)
        {
            Erase();
            output.WriteLine(TerminalText.Plain(line));
            Redraw();
        }
    }

    public void WriteAlert(Alert alert, Brand brand)
    {
        lock (_gate)
        {
            Erase();
            output.WriteLine();
            foreach (var line in AlertLines.Of(alert, brand))
            {
                output.WriteLine(TerminalText.Plain(line));
            }

            Redraw();
        }
    }

    /// <summary>Shows how far a run is.</summary>
    /// <param name="key">When output is redirected, a line is written each time that this changes.</param>
    /// <param name="line">The line.</param>
    public void Progress(string key, string line)
    {
        lock (_gate)
        {
            if (interactive)
            {
                Erase();
                _progress = TerminalText.Plain(line);
                Redraw();
            }
            else if (key != _lastKey)
            {
                output.WriteLine(TerminalText.Plain(line));
            }

            _lastKey = key;
        }
    }

    public void EndProgress()
    {
        lock (_gate)
        {
            Erase();
            _progress = string.Empty;
        }
    }

    /// <summary>Writes a table with a line below its heading; numbers to the right.</summary>
    public void WriteTable(string[] heading, IReadOnlyList<string[]> rows)
    {
        var widths = heading.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();
        lock (_gate)
        {
            Erase();
            output.WriteLine(Row(heading, widths));
            output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            foreach (var row in rows)
            {
                output.WriteLine(TerminalText.Plain(Row(row, widths)));
            }

            Redraw();
        }
    }

    private static string Row(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => IsNumber(cell) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private void Erase()
    {
        if (interactive && _progress.Length > 0)
        {
            output.Write(new string(' ', _progress.Length));
            output.Write('\r');
        }
    }

    // The cursor waits at the start of the line, so that what the log writes goes over the progress and not behind it.
    private void Redraw()
    {
        if (interactive && _progress.Length > 0)
        {
            output.Write(_progress);
            output.Write('\r');
        }
    }
}

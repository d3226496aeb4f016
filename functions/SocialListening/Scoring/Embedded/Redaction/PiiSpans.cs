namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>Finds of one text; a find that overlaps an earlier one is left out.</summary>
internal sealed class PiiSpans
{
    private readonly SortedList<int, PiiSpan> _spans = [];

    /// <summary>Finds so far.</summary>
    public int Count => _spans.Count;

    /// <summary>Adds a find unless it overlaps what is there.</summary>
    public void Add(int start, int length, PiiKinds kind)
    {
        if (!Overlaps(start, length))
        {
            _spans.Add(start, new PiiSpan(start, length, kind));
        }
    }

    /// <summary>Whether any part of the range was found already.</summary>
    public bool Overlaps(int start, int length)
    {
        // The last find that begins before the range ends is the only one that can reach into it: none overlap.
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans.Keys[middle] < start + length)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && _spans.Values[low - 1] is var span && span.Start + span.Length > start;
    }

    /// <summary>The finds in the order of the text.</summary>
    public IReadOnlyList<PiiSpan> InOrder() => [.. _spans.Values];
}

namespace SocialListening.Matching;

/// <summary>Whether two terms stand near each other, in linear time.</summary>
internal sealed class NearTest(int left, int right, int distance) : QueryTest
{
    /// <inheritdoc />
    public override bool Holds(MatchWorkspace work)
    {
        List<(int First, int Last)> lefts = work.Places(left);
        List<(int First, int Last)> rights = work.Places(right);
        return Follows(lefts, rights) || Follows(rights, lefts);
    }

    /// <summary>Whether some second place begins at most the distance after a first one. All places of a list have one length, so both ends ascend.</summary>
    private bool Follows(List<(int First, int Last)> firsts, List<(int First, int Last)> seconds)
    {
        int s = 0;
        foreach ((int _, int last) in firsts)
        {
            while (s < seconds.Count && seconds[s].First <= last)
            {
                s++;
            }

            if (s == seconds.Count)
            {
                return false;
            }

            if (seconds[s].First - last - 1 <= distance)
            {
                return true;
            }
        }

        return false;
    }
}

using SocialListening.Contracts;

namespace SocialListening.Functions.Embedded;

/// <summary>The intents of a mention as bits of a number, the first of <see cref="IntentNames.All"/> in the lowest.</summary>
internal static class IntentBits
{
    /// <summary>The number; names that are not known have no bit.</summary>
    /// <param name="intents">The intents.</param>
    public static long Of(IReadOnlyList<string> intents)
    {
        var bits = 0L;
        for (var i = 0; i < intents.Count; i++)
        {
            bits |= Of(intents[i]);
        }

        return bits;
    }

    /// <summary>The bit of one intent, 0 for a name that is not known.</summary>
    /// <param name="intent">The intent.</param>
    public static long Of(string intent)
    {
        for (var i = 0; i < IntentNames.All.Count; i++)
        {
            if (IntentNames.All[i] == intent)
            {
                return 1L << i;
            }
        }

        return 0;
    }
}

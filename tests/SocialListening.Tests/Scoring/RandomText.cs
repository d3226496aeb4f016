namespace SocialListening.Tests.Scoring;

/// <summary>Texts that no one would write, from a seeded source.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "a", "É", "ß", "x", "X", "T", "8", "0", ":", ";", ")", "(", "-", "'", "’", "@", "#", "_", ".", "!", "?", "…", " ", "\n", "\t",
        "\uD83D", "\uDE00", "😀", "❤", "\uFE0F", "\u200D", "🏽", "é", "e\u0301", "م", "\u064B", "ש", "漢", "字", "http://", "www.", "<3",
        "\0", "\uFFFF", "\uE001", "n't", "T_T", "=", "/", "\u202E", "1,5", "ﻼ",
    ];

    public static string Next(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)]));
}

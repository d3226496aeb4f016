using System.Runtime.InteropServices;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>
/// A few numbers about a whole text: sums of word valences with the scope of negations, emoji, exclamations, length.
/// </summary>
internal static class SummaryFeatures
{
    /// <summary>Plain numbers before the one-hot cells.</summary>
    public const int Scalars = 22;

    /// <summary>Cells of a grid of positive by negative valence, one of which is 1.</summary>
    public const int Levels = 5;

    /// <summary>Numbers in all.</summary>
    public const int Count = Scalars + (Levels * Levels);

    private const int NegationReach = 3;

    /// <summary>
    /// Fills <paramref name="values"/> (<see cref="Count"/> long) and, one for each token, the valence that the token
    /// had in its place in <paramref name="valences"/>.
    /// </summary>
    public static void Fill(
        ReadOnlySpan<Token> tokens, int language, ValenceTable table, Span<float> values, Span<float> valences)
    {
        values.Clear();
        float positive = 0, negative = 0, emoji = 0, last = 0, max = 0, min = 0, after = 0;
        int words = 0, shouted = 0, elongated = 0, exclamations = 0, questions = 0, negations = 0, links = 0, handles = 0, ellipses = 0;
        var negatedUntil = -1;
        var boost = 1f;
        var contrast = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            float valence = 0;
            switch (token.Kind)
            {
                case TokenKind.Word:
                    words++;
                    shouted += token.IsShouted ? 1 : 0;
                    elongated += token.IsElongated ? 1 : 0;
                    var cue = CueTable.Find(language, token.Hash);
                    var raw = language < 0 ? 0 : table.Find(language, token.Hash) / 127f;
                    if (cue == Cue.Contrast)
                    {
                        contrast = true;
                        after = 0;
                        negatedUntil = -1;
                    }

                    if (raw != 0 && cue is Cue.None)
                    {
                        valence = raw * boost * (token.IsShouted ? 1.2f : 1f);
                        valence = i <= negatedUntil ? -0.7f * valence : valence;
                        boost = 1;
                    }
                    else
                    {
                        boost = cue switch { Cue.Intensifier => 1.3f, Cue.Diminisher => 0.7f, _ => 1f };
                    }

                    if (cue == Cue.Negator)
                    {
                        negations++;
                        negatedUntil = i + NegationReach;
                    }

                    break;
                case TokenKind.Emoji or TokenKind.Emoticon:
                    valence = table.Find(-1, token.Hash) / 127f;
                    emoji += valence;
                    break;
                case TokenKind.Mark:
                    negatedUntil = -1;
                    break;
                case TokenKind.Link:
                    links++;
                    break;
                case TokenKind.Mention:
                    handles++;
                    break;
                default:
                    break;
            }

            valences[i] = valence;
            if (valence > 0)
            {
                positive += valence;
            }
            else
            {
                negative -= valence;
            }

            if (valence != 0)
            {
                last = valence;
                after += valence;
                max = Math.Max(max, valence);
                min = Math.Min(min, valence);
            }
        }

        CountMarks(tokens, ref exclamations, ref questions, ref ellipses);
        var total = positive - negative;
        values[0] = total / MathF.Sqrt((total * total) + 1f);
        values[1] = positive / (positive + 1f);
        values[2] = negative / (negative + 1f);
        values[3] = last;
        values[4] = max;
        values[5] = min;
        values[6] = contrast ? after / MathF.Sqrt((after * after) + 1f) : 0;
        values[7] = Math.Min(exclamations, 3) / 3f;
        values[8] = Math.Min(questions, 2) / 2f;
        values[9] = words == 0 ? 0 : (float)shouted / words;
        values[10] = Math.Min(elongated, 2) / 2f;
        values[11] = Math.Min(negations, 3) / 3f;
        values[12] = emoji / MathF.Sqrt((emoji * emoji) + 1f);
        values[13] = MathF.Log(1 + words) / 4f;
        values[14] = Math.Min(links, 1);
        values[15] = Math.Min(handles, 2) / 2f;
        values[16] = Math.Min(ellipses, 2) / 2f;
        values[17] = positive > 0 && negative > 0 ? 1 : 0;
        values[18] = contrast ? 1 : 0;
        values[19] = words == 0 ? 0 : Math.Clamp(total / MathF.Sqrt(words), -1f, 1f);
        values[20] = tokens.Length > 0 && tokens[^1].Kind == TokenKind.Link ? 1 : 0;
        values[21] = 1;
        values[Scalars + (Level(positive) * Levels) + Level(negative)] = 1;
    }

    private static void CountMarks(ReadOnlySpan<Token> tokens, ref int exclamations, ref int questions, ref int ellipses)
    {
        foreach (ref readonly var token in tokens)
        {
            if (token.Kind == TokenKind.Mark)
            {
                exclamations += token.Hash == Mark.Exclamation || token.Hash == Mark.Interrobang ? 1 : 0;
                exclamations += token.Hash == Mark.Exclamations ? 2 : 0;
                questions += token.Hash == Mark.Question || token.Hash == Mark.Questions || token.Hash == Mark.Interrobang ? 1 : 0;
                ellipses += token.Hash == Mark.Ellipsis ? 1 : 0;
            }
        }
    }

    private static int Level(float sum) => sum switch
    {
        <= 0.01f => 0,
        <= 0.35f => 1,
        <= 0.7f => 2,
        <= 1.2f => 3,
        _ => 4,
    };

    private static class Mark
    {
        public static readonly uint Exclamation = Sign(Signs.Exclamation);
        public static readonly uint Exclamations = Sign(Signs.Exclamations);
        public static readonly uint Question = Sign(Signs.Question);
        public static readonly uint Questions = Sign(Signs.Questions);
        public static readonly uint Interrobang = Sign(Signs.Interrobang);
        public static readonly uint Ellipsis = Sign(Signs.Ellipsis);

        private static uint Sign(char sign) => FeatureHash.Word(MemoryMarshal.CreateReadOnlySpan(ref sign, 1));
    }
}

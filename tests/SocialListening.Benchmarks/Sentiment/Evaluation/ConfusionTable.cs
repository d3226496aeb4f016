using System.Globalization;

namespace SocialListening.Benchmarks.Sentiment.Evaluation;

/// <summary>Writes which labels were taken for which.</summary>
internal static class ConfusionTable
{
    /// <summary>One line for each label that occurs: how often each answer was given.</summary>
    public static void Write(Confusion confusion, string[] labels, TextWriter output)
    {
        for (var label = 0; label < labels.Length; label++)
        {
            var answers = Enumerable.Range(0, labels.Length)
                .Where(a => confusion.Count(label, a) > 0)
                .Select(a => string.Create(CultureInfo.InvariantCulture, $"{labels[a]} {confusion.Count(label, a)}"))
                .ToList();
            if (answers.Count > 0)
            {
                output.WriteLine($"  {labels[label]} answered as {string.Join(", ", answers)}");
            }
        }
    }
}

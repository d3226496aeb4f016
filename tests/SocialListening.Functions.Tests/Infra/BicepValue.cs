namespace SocialListening.Functions.Tests.Infra;

/// <summary>A value in a Bicep file: an object, an array, or the text of any other expression.</summary>
internal sealed record BicepValue(string Text, IReadOnlyDictionary<string, BicepValue> Properties, IReadOnlyList<BicepValue> Items)
{
    /// <summary>The text of a string without expressions, else <see langword="null"/>.</summary>
    public string? String => Text is ['\'', .., '\''] && !Text.Contains("${", StringComparison.Ordinal) && Text.IndexOf('\'', 1) == Text.Length - 1 ? Text[1..^1] : null;

    /// <summary>A property on a path of names, or <see langword="null"/>.</summary>
    public BicepValue? At(params ReadOnlySpan<string> path)
    {
        var value = this;
        foreach (var name in path)
        {
            if (!value.Properties.TryGetValue(name, out value!))
            {
                return null;
            }
        }

        return value;
    }
}

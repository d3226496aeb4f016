namespace SocialListening.Brands;

/// <summary>One mistake in a brand file.</summary>
/// <param name="Path">Where in the document, such as <c>$.brands[0].sources[1].platform</c>.</param>
/// <param name="Line">The line, from 1; 0 when the file could not be read at all.</param>
/// <param name="Column">The column, from 1, in UTF-16 code units as editors count.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
public sealed record BrandFileError(string Path, int Line, int Column, string Message, string Advice)
{
    /// <summary>One line: <c>12:7 $.brands[0].id: … …</c>.</summary>
    public override string ToString() => Line == 0 ? $"{Message}. {Advice}" : $"{Line}:{Column} {Path}: {Message}. {Advice}";
}

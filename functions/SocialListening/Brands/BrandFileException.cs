namespace SocialListening.Brands;

/// <summary>A brand file cannot be used; tells every mistake at once.</summary>
public sealed class BrandFileException : Exception
{
    /// <summary>Takes the mistakes.</summary>
    /// <param name="file">The file as the operator knows it.</param>
    /// <param name="errors">At least one mistake.</param>
    public BrandFileException(string file, IReadOnlyList<BrandFileError> errors)
        : base($"The brand file '{file}' has {errors.Count} mistake{(errors.Count == 1 ? "" : "s")}:\n" + string.Join('\n', errors.Select(e => "  " + e)))
    {
        File = file;
        Errors = errors;
    }

    /// <summary>The file as the operator knows it.</summary>
    public string File { get; }

    /// <summary>The mistakes, in the order of the file.</summary>
    public IReadOnlyList<BrandFileError> Errors { get; }
}

using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>The brands of the brand file, or of the bundled demonstration when none is set. Read once, when it is made.</summary>
public sealed class BrandCatalog : IBrandCatalog
{
    private const string DemoResource = "Brands/demo-brands.json";

    private readonly Lazy<IReadOnlyDictionary<string, string>> _definitions;

    /// <summary>Reads the brand file.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="queries">Checks the queries.</param>
    /// <exception cref="BrandFileException">The file is missing or has mistakes; tells all of them.</exception>
    public BrandCatalog(IOptions<BrandsOptions> options, IBrandQueryChecker queries)
    {
        byte[] content = ContentOf(options.Value.Path);
        Current = new BrandSnapshot(Read(content, options.Value.Path, queries));
        _definitions = new Lazy<IReadOnlyDictionary<string, string>>(() => BrandDefinitionReader.Definitions(content).ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Takes brands that were read already.</summary>
    /// <param name="brands">The brands, with distinct ids.</param>
    public BrandCatalog(IEnumerable<Brand> brands)
    {
        Current = new BrandSnapshot(brands);
        _definitions = new Lazy<IReadOnlyDictionary<string, string>>(FrozenDictionary<string, string>.Empty);
    }

    /// <inheritdoc />
    public BrandSnapshot Current { get; }

    /// <inheritdoc />
    public ValueTask<BrandSnapshot> ReadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => ValueTask.FromResult(Current);

    /// <summary>Reads the brands of a file, or of the demonstration for an empty path.</summary>
    /// <exception cref="BrandFileException">The file is missing or has mistakes.</exception>
    internal static IReadOnlyList<Brand> Load(string path, IBrandQueryChecker queries) => Read(ContentOf(path), path, queries);

    /// <summary>Gives what the file says of a brand, without comments and blanks; <see langword="null"/> for a brand that it does not name.</summary>
    internal string? DefinitionOf(string brandId) => _definitions.Value.GetValueOrDefault(brandId);

    private static IReadOnlyList<Brand> Read(byte[] content, string path, IBrandQueryChecker queries)
    {
        BrandFile file = BrandFile.Read(content, queries);
        return file.Errors.Count == 0 ? file.Brands : throw new BrandFileException(path.Length == 0 ? DemoResource : path, file.Errors);
    }

    private static byte[] ContentOf(string path) => path.Length == 0 ? Demo() : Content(path);

    private static byte[] Demo()
    {
        using Stream stream = typeof(BrandCatalog).Assembly.GetManifestResourceStream(DemoResource)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>Finds a relative path in the working folder, else beside the app: a deployed file lies there, whatever folder the host starts it in.</summary>
    internal static string Locate(string path, string workingFolder, string appFolder) =>
        !File.Exists(Path.Combine(workingFolder, path)) && File.Exists(Path.Combine(appFolder, path)) ? Path.Combine(appFolder, path) : Path.Combine(workingFolder, path);

    /// <summary>Reads the bytes of a brand file, at most one more than it may have.</summary>
    /// <exception cref="BrandFileException">It cannot be read.</exception>
    internal static byte[] Content(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(Locate(path, Environment.CurrentDirectory, AppContext.BaseDirectory));
            byte[] content = new byte[Math.Min(stream.Length, BrandFile.MaxBytes + 1L)];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BrandFileException(path, [new("$", 0, 0, $"The file cannot be read ({problem.GetType().Name})", $"Set Brands:Path to a readable file; it was looked for at '{Path.GetFullPath(path)}'.")]);
        }
    }
}

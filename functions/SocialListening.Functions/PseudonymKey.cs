using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Embedded;
using SocialListening.Privacy;

namespace SocialListening.Functions;

/// <summary>Finds the key of author pseudonyms: the setting, or a file beside the embedded storage that is made once.</summary>
internal static class PseudonymKey
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int Bytes = 32;

    public static AuthorPseudonymizer Load(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<PrivacyOptions>>().Value.PseudonymKey is { Length: > 0 } text)
        {
            return new AuthorPseudonymizer(Parse(text));
        }

        var path = services.GetRequiredService<IOptions<EmbeddedStorageOptions>>().Value.Path + ".pseudonym-key";
        return new AuthorPseudonymizer(ReadOrMake(Path.GetFullPath(path)));
    }

    /// <summary>Tells whether a setting is a key.</summary>
    public static bool IsKey(string text) => TryParse(text) is not null;

    private static byte[] Parse(string text) => TryParse(text) ?? throw new InvalidOperationException(PrivacyOptionsValidator.NoKey);

    private static byte[]? TryParse(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var written) && written >= Bytes ? key[..written] : null;
    }

    private static byte[] ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            // Written aside and moved, so that a crash leaves no half key behind.
            var fresh = path + ".new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(fresh, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Bytes));
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: false);
        }

        return File.ReadAllBytes(path);
    }
}

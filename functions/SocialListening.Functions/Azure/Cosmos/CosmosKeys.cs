using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>Document ids and random tokens.</summary>
internal static class CosmosKeys
{
    private const int LongestPlain = 200;

    /// <summary>
    /// Gives a document id for a name that the service might refuse: short ASCII letters, digits and <c>: . _ - ~ = @</c> stay as
    /// they are, every other name becomes its SHA-256 in Base64url. No plain name looks like a hashed one.
    /// </summary>
    /// <param name="kind">What the name is of; ids of two kinds never meet.</param>
    /// <param name="name">The name.</param>
    public static string Id(string kind, string name) => name.Length <= LongestPlain && !name.AsSpan().ContainsAnyExcept(Plain)
        ? string.Concat(kind, ":", name)
        : string.Concat(kind, "~", Hash(name));

    /// <summary>Gives a token that no other write has: 9 random bytes.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));

    /// <summary>Gives the shard of a name among <paramref name="count"/>; the same for ever.</summary>
    /// <param name="name">The name.</param>
    /// <param name="count">How many there are.</param>
    public static int Shard(string name, int count) => SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % count;

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:._-~=@");

    private static string Hash(string name) => Base64Url.EncodeToString(SHA256.HashData(Encoding.Unicode.GetBytes(name)));
}

using System.Runtime.CompilerServices;

namespace SocialListening.Scoring.Embedded;

/// <summary>The tokens that weighed most, strongest first; places that are not used have length 0.</summary>
[InlineArray(Capacity)]
public struct TokenWeights : IEquatable<TokenWeights>
{
    /// <summary>Tokens kept.</summary>
    public const int Capacity = 4;

    private TokenWeight _first;

    /// <summary>Whether both hold the same entries.</summary>
    public static bool operator ==(TokenWeights left, TokenWeights right) => left.Equals(right);

    /// <summary>Whether any entry differs.</summary>
    public static bool operator !=(TokenWeights left, TokenWeights right) => !left.Equals(right);

    /// <inheritdoc />
    public readonly bool Equals(TokenWeights other) =>
        ((ReadOnlySpan<TokenWeight>)this).SequenceEqual((ReadOnlySpan<TokenWeight>)other);

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is TokenWeights other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[2], this[3]);
}

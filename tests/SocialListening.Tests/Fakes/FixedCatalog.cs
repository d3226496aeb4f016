using SocialListening.Brands;
using SocialListening.Contracts;

namespace SocialListening.Tests.Fakes;

/// <summary>Brands as a test names them; it may name others later.</summary>
internal sealed class FixedCatalog(params Brand[] brands) : IBrandCatalog
{
    public BrandSnapshot Current { get; set; } = new(brands);

    /// <summary>What a look at the definitions finds; <see langword="null"/> when it finds nothing new.</summary>
    public Func<DateTimeOffset, BrandSnapshot>? Look { get; set; }

    public IReadOnlyDictionary<string, Brand> Brands => Current.Brands;

    public ValueTask<BrandSnapshot> ReadSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        Current = Look?.Invoke(since) ?? Current;
        return ValueTask.FromResult(Current);
    }
}

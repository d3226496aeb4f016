using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Functions;

/// <summary>
/// Reads the adaptation that a brand's definition names, once for as long as the definition stays. One that cannot be used is told
/// and left out: the brand's mentions are then scored as without it. Thread-safe.
/// </summary>
internal sealed partial class CatalogBrandAdaptations(IBrandCatalog catalog, EmbeddedScorer scorer, ILogger<CatalogBrandAdaptations> logger) : IBrandAdaptations
{
    private readonly ConditionalWeakTable<Brand, Lazy<BrandAdaptation?>> _adaptations = [];

    public BrandAdaptation? Of(string brandId) => catalog.Current.Brands.TryGetValue(brandId, out var brand) ? Of(brand) : null;

    private BrandAdaptation? Of(Brand brand) =>
        brand.Adaptation is null ? null : _adaptations.GetValue(brand, key => new Lazy<BrandAdaptation?>(() => Read(key.Id, key.Adaptation!))).Value;

    private BrandAdaptation? Read(string brandId, string path)
    {
        try
        {
            using var file = File.OpenRead(BrandCatalog.Locate(path, Environment.CurrentDirectory, AppContext.BaseDirectory));
            var adaptation = BrandAdaptationFile.Read(file);
            if (adaptation.BaseModel == scorer.ModelVersion)
            {
                return adaptation;
            }

            Log.Stale(logger, brandId, adaptation.BaseModel, scorer.ModelVersion);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.Unreadable(logger, brandId, path, e.Message);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "The adaptation of {BrandId} is not used: '{Path}' cannot be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string brandId, string path, string reason);

        [LoggerMessage(2011, LogLevel.Warning, "The adaptation of {BrandId} is not used: it was learnt on model {Learnt}, and this is {Now}. Learn it again from the exported corrections")]
        public static partial void Stale(ILogger logger, string brandId, string learnt, string now);
    }
}

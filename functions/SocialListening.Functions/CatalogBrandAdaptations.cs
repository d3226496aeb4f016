using Microsoft.Extensions.Logging;
using SocialListening.Brands;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded;

namespace SocialListening.Functions;

/// <summary>
/// Reads, once, the adaptations that the brand file names. One that cannot be used is told and left out: the brand's mentions
/// are then scored as without it.
/// </summary>
internal sealed partial class CatalogBrandAdaptations : IBrandAdaptations
{
    private readonly Dictionary<string, BrandAdaptation> _adaptations = new(StringComparer.Ordinal);

    public CatalogBrandAdaptations(IBrandCatalog catalog, EmbeddedScorer scorer, ILogger<CatalogBrandAdaptations> logger)
    {
        foreach (var brand in catalog.Brands.Values)
        {
            if (brand.Adaptation is not { } path)
            {
                continue;
            }

            try
            {
                using var file = File.OpenRead(BrandCatalog.Locate(path, Environment.CurrentDirectory, AppContext.BaseDirectory));
                var adaptation = BrandAdaptationFile.Read(file);
                if (adaptation.BaseModel == scorer.ModelVersion)
                {
                    _adaptations.Add(brand.Id, adaptation);
                }
                else
                {
                    Log.Stale(logger, brand.Id, adaptation.BaseModel, scorer.ModelVersion);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Log.Unreadable(logger, brand.Id, path, e.Message);
            }
        }
    }

    public BrandAdaptation? Of(string brandId) => _adaptations.GetValueOrDefault(brandId);

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "The adaptation of {BrandId} is not used: '{Path}' cannot be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string brandId, string path, string reason);

        [LoggerMessage(2011, LogLevel.Warning, "The adaptation of {BrandId} is not used: it was learnt on model {Learnt}, and this is {Now}. Learn it again from the exported corrections")]
        public static partial void Stale(ILogger logger, string brandId, string learnt, string now);
    }
}

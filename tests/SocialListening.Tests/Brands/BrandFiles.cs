using System.Text;
using System.Text.Json.Nodes;
using SocialListening.Brands;
using SocialListening.Matching;

namespace SocialListening.Tests.Brands;

/// <summary>Reads brand files with the real query checker.</summary>
internal static class BrandFiles
{
    public static string Folder
    {
        get
        {
            DirectoryInfo? root = new(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "SocialListening.sln")))
            {
                root = root.Parent;
            }

            return Path.Combine(root!.FullName, "functions", "SocialListening", "Brands");
        }
    }

    public static BrandFile Read(string json) => BrandFile.Read(Encoding.UTF8.GetBytes(json), new BrandQueryChecker());

    /// <summary>A good file with every property.</summary>
    public static JsonObject Full() => (JsonObject)JsonNode.Parse("""
        {
          "$schema": "brands.schema.json",
          "brands": [{
            "id": "boreal", "name": "Boréal Café", "query": "\"Boréal Café\"", "timeZone": "America/Toronto", "sensitivity": "high",
            "keepAuthorIdentity": true, "adaptation": "boreal.br",
            "sources": [{
              "name": "tag", "platform": "mastodon", "address": "https://mastodon.example", "mode": "hashtag", "terms": "BorealCafe", "cadence": "10m",
              "maxPagesPerPoll": 3, "initialLookback": "2.00:00:00", "credentialSetting": "Mastodon", "enabled": false
            }],
            "topics": [{ "id": "delivery", "name": "Livraisons", "query": "livraison* OR colis" }],
            "events": [{ "name": "Fête", "from": "2026-11-27T18:00", "to": "2026-11-29T00:00:00-05:00", "expectedFactor": 2.5 }],
            "alerts": [{ "channel": "webhook", "url": "https://hooks.example/a", "secretSetting": "Webhooks:A", "minSeverity": 3 }]
          }]
        }
        """)!;
}

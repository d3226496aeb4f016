using System.Globalization;

namespace SocialListening.Platforms.Replay;

/// <summary>The invented authors of one brand: a pool for each platform, of whom few write much and many write once.</summary>
internal sealed class ReplayCast
{
    private const int PoolSize = 700;
    private const int Bots = 9;

    private static readonly string[] First =
    [
        "Léa", "Karim", "Zoé", "Mathis", "Inès", "Jonas", "Amina", "Paul", "Chloé", "Samir", "Élise", "Hugo", "Nora", "Lucas", "Maëlle", "Yann",
        "Fatou", "Théo", "Clara", "Idriss", "Manon", "Gaël", "Sofia", "Rémi", "Anouk", "Bilal", "Jade", "Oscar", "Lina", "Victor", "Alice", "Noé",
        "Emma", "Oliver", "Grace", "Liam", "Ruby", "Ethan", "Maya", "Owen",
    ];

    private static readonly string[] Last =
    [
        "Vernay", "Morvan", "Belkacem", "Astruc", "Delorme", "Tissot", "Kervella", "Diarra", "Fournel", "Aubrac", "Marchetti", "Sorel", "Lantier",
        "Bonnard", "Cazal", "Quéré", "Rivoire", "Santerre", "Valmont", "Weiss", "Hartley", "Prescott", "Lindqvist", "Okoro", "Ferrand", "Guidal",
    ];

    private static readonly string[] Outlets =
    [
        "Le Courrier de Montrieux", "L'Écho de Val-Clair", "La Dépêche du Littoral Nord", "Radio Confluence", "The Harbour Gazette", "Le Fil Associatif",
        "Sainte-Ombeline Infos", "The Quiet Post", "Le Quotidien des Vallées", "Tasse & Comptoir", "Réseau Solidaire", "Northbridge Daily",
    ];

    private readonly Dictionary<string, ReplayAuthor[]> _pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReplayAuthor[]> _bots = new(StringComparer.Ordinal);
    private readonly ulong _seed;

    /// <summary>Makes the cast of a brand.</summary>
    public ReplayCast(ulong seed) => _seed = seed;

    /// <summary>Picks an author.</summary>
    public ReplayAuthor Pick(string platform, ReplayRandom random)
    {
        if (!_pools.TryGetValue(platform, out ReplayAuthor[]? pool))
        {
            ReplayRandom maker = new(_seed ^ Hash(platform));
            pool = platform == "rss" ? Outlets.Select(o => new ReplayAuthor(null, null, o, null)).ToArray() : Enumerable.Range(0, PoolSize).Select(i => Make(platform, i, maker)).ToArray();
            _pools.Add(platform, pool);
        }

        double u = random.NextUnit();
        return pool[(int)(u * u * pool.Length)];
    }

    /// <summary>Picks one of the few accounts of the copy-paste burst.</summary>
    public ReplayAuthor PickBot(string platform, ReplayRandom random)
    {
        if (!_bots.TryGetValue(platform, out ReplayAuthor[]? bots))
        {
            ReplayRandom maker = new(_seed ^ Hash(platform) ^ 0xB07);
            bots = Enumerable.Range(1, Bots).Select(i => Author(platform, string.Create(CultureInfo.InvariantCulture, $"reveil_citoyen_{2200 + (i * 7)}"), "Réveil Citoyen", maker.Next(60), maker)).ToArray();
            _bots.Add(platform, bots);
        }

        return bots[random.Next(bots.Length)];
    }

    /// <summary>An author with a role: the brand's own account, the volunteer who speaks up.</summary>
    public ReplayAuthor Named(string platform, string handle, string name, long followers) => Author(platform, handle, name, followers, new ReplayRandom(_seed ^ Hash(platform) ^ Hash(handle)));

    /// <summary>A hash that is the same everywhere (FNV-1a).</summary>
    public static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    private static ReplayAuthor Make(string platform, int index, ReplayRandom random)
    {
        string first = First[random.Next(First.Length)];
        string last = Last[random.Next(Last.Length)];
        string plain = Plain(random.Chance(0.5) ? first + last : $"{first}_{last[..1]}");
        string handle = string.Create(CultureInfo.InvariantCulture, $"{plain}{index}");
        return Author(platform, handle, $"{first} {last}", random.HeavyTail(35, 900_000), random);
    }

    private static ReplayAuthor Author(string platform, string handle, string name, long followers, ReplayRandom random)
    {
        string bits = random.NextBits().ToString("x16", CultureInfo.InvariantCulture);
        return platform switch
        {
            "x" => new((random.NextBits() >> 4).ToString(CultureInfo.InvariantCulture), handle, name, followers),
            "bluesky" => new("did:plc:" + bits + bits[..8], handle.Replace('_', '-') + ".bsky.social", name, followers),
            "mastodon" => new($"https://piaille.invalid/users/{handle}", handle + "@piaille.invalid", name, followers),
            "youtube" => new("UC" + bits + bits[..6], handle, name, followers),
            "instagram" => new(null, handle, name, null),
            "hackernews" => new(handle, handle, name, null),
            "reddit" => new("t2_" + bits[..8], handle, handle, null),
            "rss" => new(null, null, name, null),
            _ => new(bits, platform == "facebook" ? null : handle, name, null),
        };
    }

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(c => c switch { 'é' or 'è' or 'ë' or 'ê' => 'e', _ => c }));
}

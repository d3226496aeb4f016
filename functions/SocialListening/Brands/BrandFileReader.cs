using System.Text.Json;
using SocialListening.Contracts;

namespace SocialListening.Brands;

/// <summary>Reads brands, sources and recipients out of a brand file, or out of one stored definition, and collects every mistake.</summary>
/// <param name="queries">Checks the queries.</param>
/// <param name="ofStore">Whether the brands are kept in the store: there none can listen to the replay, whose clock is set at the start.</param>
internal sealed class BrandFileReader(IBrandQueryChecker queries, bool ofStore = false)
{
    /// <summary>The most brands of a file.</summary>
    public const int MaxBrands = 1000;

    /// <summary>The most sources of a brand.</summary>
    public const int MaxSources = 100;

    /// <summary>The most topics of a brand: each is a series of its own to be watched.</summary>
    public const int MaxTopics = 20;

    /// <summary>The most announced events of a brand.</summary>
    public const int MaxEvents = 100;

    /// <summary>The most recipients of a brand.</summary>
    public const int MaxAlerts = 20;

    /// <summary>The properties of the document.</summary>
    public static readonly string[] FileProperties = ["$schema", "brands"];

    /// <summary>The properties of a brand.</summary>
    public static readonly string[] BrandProperties = ["id", "name", "query", "timeZone", "sensitivity", "keepAuthorIdentity", "adaptation", "sources", "topics", "events", "alerts"];

    /// <summary>The properties of a source.</summary>
    public static readonly string[] SourceProperties = ["name", "platform", "address", "mode", "terms", "cadence", "maxPagesPerPoll", "initialLookback", "credentialSetting", "enabled"];

    /// <summary>The properties of a topic.</summary>
    public static readonly string[] TopicProperties = ["id", "name", "query"];

    /// <summary>The properties of an announced event.</summary>
    public static readonly string[] EventProperties = ["name", "from", "to", "expectedFactor"];

    /// <summary>The properties of a recipient.</summary>
    public static readonly string[] AlertProperties = ["channel", "url", "secretSetting", "minSeverity"];

    /// <summary>The sensitivities as they are written.</summary>
    public static readonly string[] Sensitivities = Enum.GetNames<AlertSensitivity>().Select(n => n.ToLowerInvariant()).ToArray();

    /// <summary>The channels.</summary>
    public static readonly string[] Channels = ["webhook"];

    private const string DefaultZone = "Europe/Paris";

    private readonly List<BrandFileError> _errors = [];

    /// <summary>Reads the document.</summary>
    public BrandFile Read(JsonSpot root)
    {
        JsonObjectReader file = new(root, FileProperties, _errors);
        if (root.Kind == JsonTokenType.StartObject && file.Find("brands") is null or { Kind: JsonTokenType.StartArray, Items.Count: 0 })
        {
            _errors.Add((file.Find("brands") ?? root).Error("The file names no brand", "Add \"brands\": [ { \"id\": …, \"name\": …, \"query\": …, \"sources\": [ … ] } ]."));
        }

        List<Brand> brands = [];
        Dictionary<string, JsonSpot> ids = new(StringComparer.Ordinal);
        foreach (JsonSpot spot in Limited(file.List("brands"), MaxBrands, "brands"))
        {
            int before = _errors.Count;
            Brand? brand = ReadBrand(spot, ids);
            if (brand is not null && _errors.Count == before)
            {
                brands.Add(brand);
            }
        }

        return new BrandFile(brands, _errors.OrderBy(e => e.Line).ThenBy(e => e.Column).ToArray());
    }

    /// <summary>Reads one definition.</summary>
    /// <param name="root">The brand.</param>
    /// <param name="brandId">The id that it must have.</param>
    public (Brand? Brand, IReadOnlyList<BrandFileError> Errors) ReadOne(JsonSpot root, string brandId)
    {
        Brand? brand = ReadBrand(root, new Dictionary<string, JsonSpot>(StringComparer.Ordinal));
        if (root.Properties.FirstOrDefault(property => property.Name.Text == "id").Value is { Text: var id } spot && id != brandId)
        {
            _errors.Add(spot.Error($"The definition is of '{id}', but it was put under '{brandId}'", "Write the id of its address, or put it under its own."));
        }

        return (_errors.Count == 0 ? brand : null, _errors.OrderBy(e => e.Line).ThenBy(e => e.Column).ToArray());
    }

    private Brand? ReadBrand(JsonSpot spot, Dictionary<string, JsonSpot> ids)
    {
        JsonObjectReader reader = new(spot, BrandProperties, _errors);
        string? id = reader.Slug("id");
        NoteOnce(ids, id, reader.Find("id"), "id");
        string? name = reader.Text("name", required: true, maxLength: 200);
        string? query = Query(reader);
        string? zone = reader.Text("timeZone");
        if (zone is not null && (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) || !found.HasIanaId))
        {
            _errors.Add(reader.Find("timeZone")!.Error($"'{zone}' is no IANA time zone", "Use a name such as Europe/Paris or America/Toronto."));
        }

        string? sensitivity = reader.OneOf("sensitivity", Sensitivities);
        bool keepIdentity = reader.Flag("keepAuthorIdentity", false);
        Dictionary<string, JsonSpot> names = new(StringComparer.Ordinal);
        SourceQuery[] sources = Limited(reader.List("sources"), MaxSources, "sources").Select(s => ReadSource(s, id, query, names)).OfType<SourceQuery>().ToArray();
        Dictionary<string, JsonSpot> topicIds = new(StringComparer.Ordinal);
        BrandTopic[] topics = Limited(reader.List("topics"), MaxTopics, "topics").Select(s => ReadTopic(s, topicIds)).OfType<BrandTopic>().ToArray();
        AnnouncedEvents announced = new(ZoneOf(zone), _errors);
        AnnouncedEvent[] events = Limited(reader.List("events"), MaxEvents, "events").Select(announced.Read).OfType<AnnouncedEvent>().ToArray();
        AlertRecipient[] alerts = Limited(reader.List("alerts"), MaxAlerts, "recipients").Select(ReadAlert).OfType<AlertRecipient>().ToArray();
        return id is null || name is null || query is null ? null : new Brand
        {
            Id = id,
            Name = name,
            Query = query,
            TimeZone = zone ?? DefaultZone,
            Sensitivity = sensitivity is null ? AlertSensitivity.Normal : Enum.Parse<AlertSensitivity>(sensitivity, ignoreCase: true),
            KeepAuthorIdentity = keepIdentity,
            Adaptation = reader.Text("adaptation", maxLength: 1000),
            Sources = sources,
            Topics = topics,
            Events = events,
            Alerts = alerts,
        };
    }

    private BrandTopic? ReadTopic(JsonSpot spot, Dictionary<string, JsonSpot> ids)
    {
        JsonObjectReader reader = new(spot, TopicProperties, _errors);
        string? id = reader.Slug("id");
        NoteOnce(ids, id, reader.Find("id"), "topic id");
        string? name = reader.Text("name", required: true, maxLength: 200);
        string? query = Query(reader);
        return id is null || name is null || query is null ? null : new BrandTopic(id, name, query);
    }

    private static TimeZoneInfo ZoneOf(string? id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id ?? DefaultZone, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    private string? Query(JsonObjectReader reader)
    {
        string? query = reader.Text("query", required: true);
        if (query is null || queries.Check(query) is not { } problem)
        {
            return query;
        }

        _errors.Add(reader.Find("query")!.Error($"The query cannot be used, column {problem.Column}: {problem.Message}", problem.Advice));
        return null;
    }

    private SourceQuery? ReadSource(JsonSpot spot, string? brandId, string? query, Dictionary<string, JsonSpot> names)
    {
        JsonObjectReader reader = new(spot, SourceProperties, _errors);
        string? name = reader.Slug("name");
        NoteOnce(names, name, reader.Find("name"), "source name");
        string? platform = Platform(reader);
        SourceRules? rules = platform is null ? null : SourceRules.Of(platform);
        string? mode = rules is null ? reader.Text("mode") : reader.OneOf("mode", rules.Modes);
        Uri? address = reader.Address("address", ["https", "http"], rules?.NeedsAddress ?? false);
        string? terms = reader.Text("terms", maxLength: 1000);
        if (rules is not null && reader.Find("terms") is null)
        {
            CheckTerms(spot, platform!, rules, mode ?? rules.Modes[0], query);
        }

        SourceQuery limits = new() { Id = "", BrandId = "", Platform = "" };
        SourceQuery source = limits with
        {
            Id = $"{brandId}/{name}",
            BrandId = brandId ?? "",
            Platform = platform ?? "",
            Address = address,
            Mode = mode,
            Terms = terms,
            Cadence = reader.Duration("cadence", TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), limits.Cadence),
            MaxPagesPerPoll = reader.Number("maxPagesPerPoll", 1, 100, limits.MaxPagesPerPoll),
            InitialLookback = reader.Duration("initialLookback", TimeSpan.Zero, TimeSpan.FromDays(30), limits.InitialLookback),
            CredentialSetting = Setting(reader, "credentialSetting", required: false),
            Enabled = reader.Flag("enabled", true),
        };
        return brandId is null || name is null || platform is null ? null : source;
    }

    private string? Platform(JsonObjectReader reader)
    {
        string? platform = reader.Text("platform", required: true);
        if (ofStore && platform == PlatformNames.Replay)
        {
            _errors.Add(reader.Find("platform")!.Error("The replay runs on a clock of its own, which only a brand file can set", "Name a live platform, or set Brands:Source to file to see the replay."));
            return null;
        }

        if (platform is null || SourceRules.Platforms.Contains(platform))
        {
            return platform;
        }

        string what = PlatformNames.Known.Contains(platform) ? "has no connector in this version" : "is no platform";
        _errors.Add(reader.Find("platform")!.Error($"'{platform}' {what}", $"{NearestName.Hint(platform, SourceRules.Platforms)}Use {string.Join(", ", SourceRules.Platforms)}."));
        return null;
    }

    private void CheckTerms(JsonSpot spot, string platform, SourceRules rules, string mode, string? query)
    {
        if (rules.NeedsTerms is not null)
        {
            _errors.Add(spot.Error($"A source of platform {platform} needs 'terms'", $"Add \"terms\" with {rules.NeedsTerms}."));
        }
        else if (mode == "hashtag")
        {
            _errors.Add(spot.Error("A source with mode hashtag needs 'terms'", "Add \"terms\" with the hashtag, without #."));
        }
        else if (mode == "search" && query is not null && !queries.CanSearch(query, platform))
        {
            _errors.Add(spot.Error(
                $"The brand's query cannot be asked of {platform}, whose search knows no OR, no * and no exclusion",
                "Add \"terms\" with one word or \"phrase\" to search for; add a source for each alternative. What is found is still filtered by the brand's query."));
        }
    }

    private AlertRecipient? ReadAlert(JsonSpot spot)
    {
        JsonObjectReader reader = new(spot, AlertProperties, _errors);
        string? channel = reader.OneOf("channel", Channels, required: true);
        Uri? url = reader.Address("url", ["https"], required: true);
        string? secret = Setting(reader, "secretSetting", required: true);
        int severity = reader.Number("minSeverity", 1, 4, 1);
        return channel is null || url is null || secret is null ? null : new AlertRecipient { Channel = channel, Url = url, SecretSetting = secret, MinSeverity = severity };
    }

    private string? Setting(JsonObjectReader reader, string name, bool required)
    {
        string? setting = reader.Text(name, required, maxLength: 128);
        if (setting is null || setting.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-' or '.'))
        {
            return setting;
        }

        _errors.Add(reader.Find(name)!.Error($"'{name}' is no name of a setting", "Write the setting's name, such as Webhooks:Crisis; the secret itself never stands in this file."));
        return null;
    }

    private void NoteOnce(Dictionary<string, JsonSpot> seen, string? value, JsonSpot? spot, string what)
    {
        if (value is not null && spot is not null && !seen.TryAdd(value, spot))
        {
            _errors.Add(spot.Error($"The {what} '{value}' is taken already in line {seen[value].Line}", "Choose another one."));
        }
    }

    private IEnumerable<JsonSpot> Limited(IReadOnlyList<JsonSpot> items, int most, string what)
    {
        if (items.Count > most)
        {
            _errors.Add(items[most].Error($"There are {items.Count} {what}", $"At most {most} are allowed."));
        }

        return items.Take(most);
    }
}

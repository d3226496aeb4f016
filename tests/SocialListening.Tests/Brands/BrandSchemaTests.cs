using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialListening.Brands;

namespace SocialListening.Tests.Brands;

/// <summary>Holds the schema for editors and the reader to each other.</summary>
public sealed class BrandSchemaTests
{
    private static readonly JsonObject Schema = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(BrandFiles.Folder, "brands.schema.json")))!;

    [Fact]
    public void Properties_OfSchemaAndReader_AreTheSame()
    {
        Assert.Equal(BrandFileReader.FileProperties, Names(Schema));
        Assert.Equal(BrandFileReader.BrandProperties, Names(Definition("brand")));
        Assert.Equal(BrandFileReader.SourceProperties, Names(Definition("source")));
        Assert.Equal(BrandFileReader.TopicProperties, Names(Definition("topic")));
        Assert.Equal(BrandFileReader.EventProperties, Names(Definition("event")));
        Assert.Equal(BrandFileReader.AlertProperties, Names(Definition("alert")));
    }

    [Fact]
    public void Lists_OfSchemaAndReader_HaveTheSameLimits()
    {
        Assert.Equal(BrandFileReader.MaxBrands, (int)Schema["properties"]!["brands"]!["maxItems"]!);
        Assert.Equal(BrandFileReader.MaxSources, (int)Definition("brand")["properties"]!["sources"]!["maxItems"]!);
        Assert.Equal(BrandFileReader.MaxTopics, (int)Definition("brand")["properties"]!["topics"]!["maxItems"]!);
        Assert.Equal(BrandFileReader.MaxEvents, (int)Definition("brand")["properties"]!["events"]!["maxItems"]!);
        Assert.Equal(BrandFileReader.MaxAlerts, (int)Definition("brand")["properties"]!["alerts"]!["maxItems"]!);
    }

    [Fact]
    public void Required_InTheSchema_IsWhatTheReaderMisses()
    {
        foreach ((string kind, Func<JsonObject, JsonObject> find) in Objects())
        {
            foreach (string property in Names(Definition(kind)))
            {
                JsonObject file = BrandFiles.Full();
                find(file).Remove(property);
                bool required = Definition(kind)["required"]!.AsArray().Any(r => (string?)r == property);
                bool missed = BrandFiles.Read(file.ToJsonString()).Errors.Any(e => e.Message == $"The property '{property}' is missing");
                Assert.True(required == missed, $"{kind}.{property}");
            }
        }
    }

    [Fact]
    public void Values_AtTheSchemasEdges_AreJudgedAlike()
    {
        int judged = 0;
        foreach ((string kind, Func<JsonObject, JsonObject> find) in Objects())
        {
            foreach ((string name, JsonNode? rule) in Definition(kind)["properties"]!.AsObject())
            {
                foreach ((JsonNode value, bool good) in Edges(name, rule!.AsObject()))
                {
                    JsonObject file = BrandFiles.Full();
                    find(file)[name] = value;
                    string path = find(file)[name]!.GetPath();
                    bool accepted = BrandFiles.Read(file.ToJsonString()).Errors.All(e => e.Path != path);
                    Assert.True(good == accepted, $"{path} = {value.ToJsonString()}");
                    judged++;
                }
            }
        }

        Assert.True(judged > 60, $"{judged} values");
    }

    [Fact]
    public void Enums_OfTheSchema_AreTheReaders()
    {
        Assert.Equal(BrandFileReader.Sensitivities, Enum("brand", "sensitivity"));
        Assert.Equal(BrandFileReader.Channels, Enum("alert", "channel"));
        Assert.Equal(SourceRules.Platforms, Enum("source", "platform"));
        Assert.Equal(SourceRules.Platforms.SelectMany(p => SourceRules.Of(p).Modes).Distinct().Order(), Enum("source", "mode").Order());
    }

    [Fact]
    public void Readme_NamesEveryPropertyAndItsExampleIsGood()
    {
        string page = File.ReadAllText(Path.Combine(BrandFiles.Folder, "README.md"));
        foreach (string property in (string[])[.. BrandFileReader.BrandProperties, .. BrandFileReader.SourceProperties, .. BrandFileReader.TopicProperties, .. BrandFileReader.EventProperties, .. BrandFileReader.AlertProperties])
        {
            Assert.Contains($"| `{property}` |", page, StringComparison.Ordinal);
        }

        string example = Regex.Match(page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        BrandFile file = BrandFiles.Read(example);
        Assert.Empty(file.Errors);
        Assert.Single(file.Brands);
    }

    /// <summary>Values at and beyond what a rule says, with whether it allows them.</summary>
    private static List<(JsonNode Value, bool Good)> Edges(string name, JsonObject rule)
    {
        switch ((string?)rule["type"])
        {
            case "integer":
                (int least, int most) = ((int)rule["minimum"]!, (int)rule["maximum"]!);
                return [(least, true), (most, true), (least - 1, false), (most + 1, false), ("3", false), (1.5, false)];
            case "number":
                return [((double)rule["minimum"]!, true), ((double)rule["maximum"]!, true), (0.09, false), (100.1, false), ("3", false)];
            case "boolean":
                return [(true, true), (false, true), ("true", false), (1, false)];
            case "array":
                return [(new JsonArray(), true), ("text", false), (new JsonObject(), false)];
        }

        if (rule["enum"] is JsonArray values)
        {
            // A mode also depends on the platform; here it is Mastodon's.
            return [.. values.Where(v => name != "mode" || (string?)v is "search" or "hashtag").Select(v => (v!.DeepClone(), true)), ("nonsense", false), ("", false)];
        }

        if (rule["format"] is not null)
        {
            return [("https://a.example/x", true), ("ftp://a.example", false), ("a.example", false), ("http://a.example", (string?)rule["pattern"] == "^https?://")];
        }

        Regex? pattern = rule["pattern"] is { } written ? new Regex((string)written!) : null;
        if (name is "cadence" or "initialLookback")
        {
            bool lookback = name == "initialLookback";
            Assert.All((string[])["5m", "00:05:00", "1.00:00:00", "90s"], v => Assert.Matches(pattern!, v));
            return [("1m", true), ("1d", true), ("90s", true), ("00:05:00", true), ("59s", lookback), ("25h", lookback), ("30d", lookback), ("31d", false), ("5", false), ("5 m", false), ("-5m", false), (5, false)];
        }

        if (name is "from" or "to")
        {
            (JsonNode, bool)[] times = [("2026-11-28T09:30", true), ("2026-11-28T09:30:15", true), ("2026-11-28T09:30Z", true), ("2026-11-28T09:30+02:00", true), ("2026-11-28", false), ("28.11.2026 09:30", false), ("2026-11-28 09:30", false)];
            Assert.All(times, time => Assert.Equal(time.Item2, pattern!.IsMatch((string)time.Item1!)));
            return [.. times, ("2026-13-28T09:30", false), (5, false)];
        }

        int longest = (int?)rule["maxLength"] ?? 64;
        bool free = name is not ("query" or "timeZone");
        List<(JsonNode, bool)> texts = [("", false), (5, false), (new string('a', longest + 1), false)];
        if (free)
        {
            texts.AddRange([(new string('a', longest), true), ("a b", pattern?.IsMatch("a b") ?? true), ("-a", pattern?.IsMatch("-a") ?? true), ("É", pattern?.IsMatch("É") ?? true)]);
        }

        return texts;
    }

    private static (string Kind, Func<JsonObject, JsonObject> Find)[] Objects() =>
    [
        ("brand", file => file["brands"]![0]!.AsObject()),
        ("source", file => file["brands"]![0]!["sources"]![0]!.AsObject()),
        ("topic", file => file["brands"]![0]!["topics"]![0]!.AsObject()),
        ("event", file => file["brands"]![0]!["events"]![0]!.AsObject()),
        ("alert", file => file["brands"]![0]!["alerts"]![0]!.AsObject()),
    ];

    private static JsonObject Definition(string kind) => Schema["$defs"]![kind]!.AsObject();

    private static string[] Names(JsonObject schema) => schema["properties"]!.AsObject().Select(p => p.Key).ToArray();

    private static string[] Enum(string kind, string property) => Definition(kind)["properties"]![property]!["enum"]!.AsArray().Select(v => (string)v!).ToArray();
}

using System.Text;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Matching;

namespace SocialListening.Tests.Brands;

public sealed class BrandFileTests
{
    [Fact]
    public void Read_EveryProperty_ArrivesInTheBrand()
    {
        BrandFile file = BrandFiles.Read(BrandFiles.Full().ToJsonString());
        Assert.Empty(file.Errors);
        Brand brand = Assert.Single(file.Brands);
        Assert.Equal(("boreal", "Boréal Café", "\"Boréal Café\"", "America/Toronto"), (brand.Id, brand.Name, brand.Query, brand.TimeZone));
        Assert.Equal((AlertSensitivity.High, true), (brand.Sensitivity, brand.KeepAuthorIdentity));
        Assert.Equal(
            new SourceQuery
            {
                Id = "boreal/tag",
                BrandId = "boreal",
                Platform = "mastodon",
                Address = new Uri("https://mastodon.example"),
                Mode = "hashtag",
                Terms = "BorealCafe",
                Cadence = TimeSpan.FromMinutes(10),
                MaxPagesPerPoll = 3,
                InitialLookback = TimeSpan.FromDays(2),
                CredentialSetting = "Mastodon",
                Enabled = false,
            },
            Assert.Single(brand.Sources));
        Assert.Equal(
            new AlertRecipient { Channel = "webhook", Url = new Uri("https://hooks.example/a"), SecretSetting = "Webhooks:A", MinSeverity = 3 },
            Assert.Single(brand.Alerts));
    }

    [Fact]
    public void Read_OnlyWhatIsRequired_TakesTheContractsDefaults()
    {
        BrandFile file = BrandFiles.Read("""{ "brands": [ { "id": "b", "name": "B", "query": "boreal", "sources": [ { "name": "s", "platform": "bluesky" } ] } ] }""");
        Assert.Empty(file.Errors);
        Brand brand = Assert.Single(file.Brands);
        Assert.Equal(new Brand { Id = "b", Name = "B", Query = "boreal" } with { Sources = brand.Sources, Alerts = brand.Alerts }, brand);
        Assert.Equal(new SourceQuery { Id = "b/s", BrandId = "b", Platform = "bluesky" }, Assert.Single(brand.Sources));
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        BrandFile file = BrandFiles.Read("\uFEFF// hello\n{ \"brands\": [ /* one */ { \"id\": \"b\", \"name\": \"B\", \"query\": \"boreal\", }, ], }");
        Assert.Empty(file.Errors);
        Assert.Single(file.Brands);
    }

    [Fact]
    public void Read_ManyMistakes_TellsAllWithTheirPlaces()
    {
        const string Json = """
            {
              "brands": [
                {
                  "id": "Boréal",
                  "name": "",
                  "query": "café langue:fr",
                  "timeZone": "Paris",
                  "sensitivity": "hihg",
                  "colour": "red",
                  "sources": [
                    { "name": "a", "platform": "mastodom" },
                    { "name": "a", "platform": "rss", "cadence": "5s", "maxPagesPerPoll": 101, "enabled": "yes" },
                    { "name": "c", "platform": "x" },
                    { "name": "d", "platform": "mastodon", "mode": "hashtag" },
                    { "name": "e", "platform": "replay" },
                    { "platform": "hackernews", "mode": "feed" }
                  ],
                  "alerts": [ { "channel": "mail", "url": "http://hooks.example", "minSeverity": 0 } ]
                },
                { "id": "b", "name": "B", "query": "boréal OR latte", "sources": [ { "name": "sky", "platform": "bluesky" } ] },
                { "id": "b", "name": "C", "query": "-atlas", "name": "D" }
              ]
            }
            """;
        string[] errors = BrandFiles.Read(Json).Errors.Select(e => e.ToString()).ToArray();
        string all = string.Join('\n', errors);
        foreach (string expected in (string[])[
            "4:13 $.brands[0].id: 'Boréal' is no id.",
            "5:15 $.brands[0].name: 'name' has to be a text",
            "6:16 $.brands[0].query: The query cannot be used, column 6: there is no field 'langue'.",
            "7:19 $.brands[0].timeZone: 'Paris' is no IANA time zone.",
            "8:22 $.brands[0].sensitivity: 'hihg' is no sensitivity. Did you mean 'high'?",
            "9:7 $.brands[0].colour: There is no property 'colour' here.",
            "11:36 $.brands[0].sources[0].platform: 'mastodom' is no platform. Did you mean 'mastodon'?",
            "12:19 $.brands[0].sources[1].name: The source name 'a' is taken already in line 11.",
            "12:9 $.brands[0].sources[1]: The property 'address' is missing.",
            "$.brands[0].sources[1].cadence: 'cadence' is no duration from 1m to 1d.",
            "$.brands[0].sources[1].maxPagesPerPoll: 'maxPagesPerPoll' is out of range. Write a whole number from 1 to 100.",
            "$.brands[0].sources[1].enabled: 'enabled' has to be true or false.",
            "$.brands[0].sources[2].platform: 'x' has no connector in this version.",
            "$.brands[0].sources[3]: A source with mode hashtag needs 'terms'.",
            "$.brands[0].sources[4]: A source of platform replay needs 'terms'.",
            "$.brands[0].sources[5]: The property 'name' is missing.",
            "$.brands[0].sources[5].mode: 'feed' is no mode. Use search.",
            "$.brands[0].alerts[0].channel: 'mail' is no channel. Use webhook.",
            "$.brands[0].alerts[0].url: 'url' is no absolute https address",
            "$.brands[0].alerts[0]: The property 'secretSetting' is missing.",
            "$.brands[0].alerts[0].minSeverity: 'minSeverity' is out of range.",
            "20:72 $.brands[1].sources[0]: The brand's query cannot be asked of bluesky",
            "21:13 $.brands[2].id: The id 'b' is taken already in line 20.",
            "$.brands[2].name: The property 'name' stands here twice.",
            "$.brands[2].query: The query cannot be used, column 1: the query matches posts that say nothing of the brand."])
        {
            Assert.True(errors.Any(e => e.Contains(expected, StringComparison.Ordinal)), $"missing: {expected}\nin\n{all}");
        }

        Assert.Equal(25, errors.Length);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{ \"brands\": [\n{ \"id\": }\n] }", 2)]
    [InlineData("{ \"brands\": [] } x", 1)]
    [InlineData("[]", 1)]
    [InlineData("{ \"brands\": {} }", 1)]
    [InlineData("{ \"brands\": [] }", 1)]
    [InlineData("{}", 1)]
    [InlineData("{ \"brands\": [ 5 ] }", 1)]
    public void Read_NotABrandFile_GivesAnErrorWithALine(string json, int line)
    {
        BrandFile file = BrandFiles.Read(json);
        Assert.Empty(file.Brands);
        Assert.Equal(line, file.Errors[0].Line);
    }

    [Fact]
    public void Read_InvalidUtf8OrTooLarge_GivesAnError()
    {
        BrandQueryChecker queries = new();
        Assert.Contains("UTF-8", BrandFile.Read([.. "{\"brands\":\""u8, 0xC3, 0x28, .. "\"}"u8], queries).Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("bytes", BrandFile.Read(new byte[BrandFile.MaxBytes + 1], queries).Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyCutOfAFile_NeverThrows()
    {
        byte[] json = Encoding.UTF8.GetBytes(BrandFiles.Full().ToJsonString());
        for (int length = 0; length < json.Length; length++)
        {
            Assert.NotEmpty(BrandFile.Read(json.AsSpan(0, length), new BrandQueryChecker()).Errors);
        }
    }
}

using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Tests.Scoring;

public sealed class PiiRedactorTests
{
    [Theory]
    [InlineData("écrivez à jean.dupont+sav@exemple.fr, merci", PiiKinds.Email, "jean.dupont+sav@exemple.fr")]
    [InlineData("(mary_o'neil@mail.example.co.uk)", PiiKinds.Email, "mary_o'neil@mail.example.co.uk")]
    [InlineData("appelez le 06 12 34 56 78 !", PiiKinds.Phone, "06 12 34 56 78")]
    [InlineData("tél:0612345678", PiiKinds.Phone, "0612345678")]
    [InlineData("01.23.45.67.89.", PiiKinds.Phone, "01.23.45.67.89")]
    [InlineData("WhatsApp +33 (0)6 12 34 56 78", PiiKinds.Phone, "+33 (0)6 12 34 56 78")]
    [InlineData("call +44 20 7946 0958 now", PiiKinds.Phone, "+44 20 7946 0958")]
    [InlineData("0033612345678", PiiKinds.Phone, "0033612345678")]
    [InlineData("06 12 34 56 78 24h/24", PiiKinds.Phone, "06 12 34 56 78")]
    [InlineData("06 12 34 56 78 75011 Paris", PiiKinds.Phone, "06 12 34 56 78")]
    [InlineData("+33 6 12 34 56 78 7j/7", PiiKinds.Phone, "+33 6 12 34 56 78")]
    [InlineData("00 33 6 12 34 56 78 7j/7", PiiKinds.Phone, "00 33 6 12 34 56 78")]
    [InlineData("415-555-0132 24/7", PiiKinds.Phone, "415-555-0132")]
    [InlineData("(415) 555-0132", PiiKinds.Phone, "(415) 555-0132")]
    [InlineData("415-555-0132", PiiKinds.Phone, "415-555-0132")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 189 svp", PiiKinds.Iban, "FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("de89370400440532013000", PiiKinds.Iban, "de89370400440532013000")]
    [InlineData("GB82 WEST 1234 5698 7654 32", PiiKinds.Iban, "GB82 WEST 1234 5698 7654 32")]
    [InlineData("carte 4111 1111 1111 1111 refusée", PiiKinds.Card, "4111 1111 1111 1111")]
    [InlineData("378282246310005", PiiKinds.Card, "378282246310005")]
    [InlineData("commande 12 5500-0000-0000-0004", PiiKinds.Card, "5500-0000-0000-0004")]
    [InlineData("mon numéro 2 55 08 14 168 025 38", PiiKinds.FrenchNir, "2 55 08 14 168 025 38")]
    [InlineData("NIR 180032A12345652", PiiKinds.FrenchNir, "180032A12345652")]
    [InlineData("serveur 192.168.10.254 en panne", PiiKinds.IpAddress, "192.168.10.254")]
    [InlineData("from 2001:db8::ff00:42:8329.", PiiKinds.IpAddress, "2001:db8::ff00:42:8329")]
    [InlineData("on 10.0.0.1:8080 again", PiiKinds.IpAddress, "10.0.0.1")]
    [InlineData("IP:81.2.69.142", PiiKinds.IpAddress, "81.2.69.142")]
    [InlineData("adresse:81.2.69.142", PiiKinds.IpAddress, "81.2.69.142")]
    [InlineData("adresse:2001:db8::42", PiiKinds.IpAddress, "2001:db8::42")]
    [InlineData("::ffff:10.0.0.1", PiiKinds.IpAddress, "::ffff:10.0.0.1")]
    [InlineData("j'habite 12 bis rue de la Paix à Lyon", PiiKinds.Street, "12 bis rue de la Paix")]
    [InlineData("au 4, avenue d'Italie", PiiKinds.Street, "4, avenue d'Italie")]
    [InlineData("27 rue des lilas 69003 Lyon", PiiKinds.Street, "27 rue des lilas 69003 Lyon")]
    [InlineData("at 221B Baker Street, London", PiiKinds.Street, "221B Baker Street")]
    [InlineData("in der Hauptstraße 12a", PiiKinds.Street, "Hauptstraße 12a")]
    public void Find_PersonalData_GivesKindAndPlace(string text, PiiKinds kind, string expected)
    {
        var span = Assert.Single(new PiiRedactor().Find(text));

        Assert.Equal(kind, span.Kind);
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("merci @jean@mastodon.exemple.fr et @marie")]
    [InlineData("a@b, x@y.z")]
    [InlineData("le 01/02/2024 à 10:30:45, soit 12.345.678 euros ou 0,1234567890 %")]
    [InlineData("FR76 3000 6000 0112 3456 7890 188")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("2 55 08 14 168 025 39")]
    [InlineData("version 1.2.3 ou 1.2, 999.1.1.1, midi 12:30")]
    [InlineData("de 10:30:45 à 12:30:45, std::dec1, v1.2.3.4.5, abc1.2.3.4")]
    [InlineData("10 cours de maths et 3 places de parking, 5 minutes")]
    [InlineData("https://exemple.fr/article/1234567890123")]
    [InlineData("")]
    public void Find_Lookalikes_GivesNothing(string text) => Assert.Empty(new PiiRedactor().Find(text));

    [Theory]
    [InlineData(PiiKinds.Email)]
    [InlineData(PiiKinds.Phone)]
    [InlineData(PiiKinds.Iban)]
    [InlineData(PiiKinds.Card)]
    [InlineData(PiiKinds.FrenchNir)]
    [InlineData(PiiKinds.IpAddress)]
    [InlineData(PiiKinds.Street)]
    public void Find_OneKindSwitchedOff_LeavesThatKindAlone(PiiKinds off)
    {
        const string Text = "a.b@exemple.fr | 06 12 34 56 78 | FR7630006000011234567890189 | 4111111111111111 | 255081416802538 | 10.1.2.3 | 12 rue Monge";

        var all = new PiiRedactor().Find(Text).Select(s => s.Kind);
        var rest = new PiiRedactor(PiiKinds.All & ~off).Find(Text).Select(s => s.Kind);

        Assert.Equal(7, all.Count());
        Assert.DoesNotContain(off, rest);
        Assert.Empty(new PiiRedactor(PiiKinds.None).Find(Text));
    }

    [Fact]
    public void Redact_Finds_KeepsEveryOtherCharacterInItsPlace()
    {
        var redacted = new PiiRedactor().Redact("Appelez Zoé 😀 au 06 12 34 56 78 ou zoe@exemple.fr !");

        Assert.Equal("Appelez Zoé 😀 au ************** ou ************** !", redacted.Text);
        Assert.Equal([PiiKinds.Phone, PiiKinds.Email], redacted.Spans.Select(s => s.Kind));
    }

    [Fact]
    public void Find_TwoNumbersInARow_FindsBoth() =>
        Assert.Equal([(0, 10), (11, 10)], new PiiRedactor().Find("0612345678 0698765432").Select(span => (span.Start, span.Length)));

    [Fact]
    public void Redact_RandomText_KeepsLengthAndChangesNothingTheSecondTime()
    {
        var random = new Random(23);
        string[] pieces =
        [
            "06 12 34 56 78", "a@b.fr", "4111111111111111", "+33", "(0)", "FR76", "30006000011234567890189", "10.0.0.1", "::1", "rue ",
            "12 ", "Paix", "-", ".", " ", "@", "0", "9", "2A", "é", "😀", "\uD83D", "/", "(", "Street", "x",
        ];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var once = new PiiRedactor().Redact(text);
            var twice = new PiiRedactor().Redact(once.Text);

            Assert.Equal(text.Length, once.Text.Length);
            var end = 0;
            foreach (var span in once.Spans)
            {
                Assert.True(span.Start >= end && span.Length > 0);
                Assert.Equal(text[end..span.Start], once.Text[end..span.Start]);
                end = span.Start + span.Length;
            }

            Assert.Equal(text[end..], once.Text[end..]);
            Assert.Equal(once.Text, twice.Text);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("@")]
    [InlineData("a@a.")]
    [InlineData("FR76 ")]
    [InlineData("12 rue de ")]
    [InlineData("1 Aa ")]
    [InlineData(":a")]
    public void Find_HundredKilobytesOfOnePattern_EndsSoon(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 100_000 / pattern.Length));
        var start = TimeProvider.System.GetTimestamp();

        new PiiRedactor().Find(text);

        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }
}

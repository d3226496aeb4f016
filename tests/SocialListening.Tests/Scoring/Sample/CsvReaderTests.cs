using System.Text;
using SocialListening.Benchmarks.Sentiment.Sample;

namespace SocialListening.Tests.Scoring.Sample;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b/c|d")]
    [InlineData("a,b\nc,d", "a|b/c|d")]
    [InlineData("a,b\rc,d\r", "a|b/c|d")]
    [InlineData("\"a,\"\"x\"\"\",b", "a,\"x\"|b")]
    [InlineData("\"two\r\nlines\",b\n", "two\r\nlines|b")]
    [InlineData("a,\n", "a|")]
    [InlineData("a,", "a|")]
    [InlineData(",b", "|b")]
    [InlineData("\"\",\"\"", "|")]
    [InlineData("\n\na,b\n\n", "a|b")]
    [InlineData("it's \"quoted\" inside,b", "it's \"quoted\" inside|b")]
    [InlineData("", "")]
    public void Read_CommaSeparated_GivesTheFields(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', CsvReader.Read(text, ',').Select(r => string.Join('|', r.Fields))));

    [Fact]
    public void Read_QuotedLineEnds_NamesTheLineWhereARecordStarts() =>
        Assert.Equal([1, 2, 5], CsvReader.Read("a,b\n\"x\ny\r\nz\",c\nd,e", ',').Select(r => r.Line));

    [Theory]
    [InlineData("a,b\nc,\"d\n", "Line 2")]
    [InlineData("a,b\n\"c\"d,e\n", "Line 2")]
    public void Read_BrokenQuotes_SaysWhere(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => CsvReader.Read(text, ',')).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("text,label\na;b,positive", ',')]
    [InlineData("texte;label\na,b,c;positif", ';')]
    [InlineData("\"a;b;c\",label\n", ',')]
    [InlineData("text\tlabel\n", '\t')]
    [InlineData("alone\n", ',')]
    public void Delimiter_FirstRecord_Decides(string text, char expected) => Assert.Equal(expected, CsvReader.Delimiter(text));

    [Fact]
    public void Decode_AnyEncoding_GivesTheText()
    {
        const string Text = "déçu;œuf";
        var windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        Assert.Equal(Text, CsvReader.Decode(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(Text, CsvReader.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]));
        Assert.Equal(Text, CsvReader.Decode([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]));
        Assert.Equal(Text, CsvReader.Decode(windows1252.GetBytes(Text)));
    }

    [Fact]
    public void Read_WrittenRecords_ComeBack()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var records = Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
                Enumerable.Range(0, 3).Select(i => (i == 0 ? "x" : "") + RandomText.Next(random, random.Next(0, 12))).ToArray()).ToList();
            var text = string.Concat(records.Select(r =>
                string.Join(';', r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

            Assert.Equal(records, CsvReader.Read(text, ';').Select(r => r.Fields.ToArray()));
        }
    }
}

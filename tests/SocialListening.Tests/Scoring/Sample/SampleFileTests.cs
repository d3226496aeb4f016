using SocialListening.Benchmarks.Sentiment.Sample;

namespace SocialListening.Tests.Scoring.Sample;

public sealed class SampleFileTests
{
    [Fact]
    public void Parse_UsualHeadings_AreFound()
    {
        var file = SampleFile.Parse("id;Texte;Sentiment;Langue\n1;Bravo à tous;positif;fr\n2;Meh;neutral;\n", null, null, null, null);

        Assert.Empty(file.Faults);
        Assert.Equal([new SampleRow(2, "Bravo à tous", 2, "fr"), new SampleRow(3, "Meh", 1, null)], file.Rows);
    }

    [Fact]
    public void Parse_NoHeading_TellsColumnsByWhatTheyHold()
    {
        var file = SampleFile.Parse("negative,17,\"The app, again, is down\"\npos,18,Love it\n", null, null, null, "en");

        Assert.Equal([(1, 0, "en"), (2, 2, "en")], file.Rows.Select(r => (r.Line, r.Label, r.Language!)));
        Assert.Equal("The app, again, is down", file.Rows[0].Text);
    }

    [Theory]
    [InlineData("body", "tag")]
    [InlineData("2", "3")]
    public void Parse_ColumnsNamedOrNumbered_AreTaken(string text, string label)
    {
        var file = SampleFile.Parse("text,body,tag\nx,It works,1\n", text, label, null, null);

        Assert.Equal("It works", Assert.Single(file.Rows).Text);
        Assert.Equal(2, file.Rows[0].Label);
    }

    [Fact]
    public void Parse_BadRows_AreNamedByLineAndLeftOut()
    {
        var file = SampleFile.Parse(
            "text,label,lang\nok,positive,fr\n,negative,fr\nhm,mixed,fr\na,b,positive,fr\n\"two\nlines\",neutral,xx\nlast,neutral,de\n",
            null, null, null, null);

        Assert.Equal([2, 8], file.Rows.Select(r => r.Line));
        Assert.Collection(
            file.Faults,
            f => Assert.StartsWith("Line 3: the text is empty", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Line 4: 'mixed' is not a label", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Line 5: 4 fields", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Line 6: 'xx' is not a language", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, "no rows")]
    [InlineData("foo,bar\n1,2\n", null, "--label-column")]
    [InlineData("text,label\nx,pos\n", "verbatims", "'verbatims'")]
    public void Parse_FileThatCannotBeRead_SaysWhatToDo(string content, string? text, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<InvalidDataException>(() => SampleFile.Parse(content, text, null, null, null)).Message,
            StringComparison.Ordinal);
}

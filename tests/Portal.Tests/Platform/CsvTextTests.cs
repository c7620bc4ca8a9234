using Portal.Platform.Csv;
using Portal.Platform.Web;

namespace Portal.Tests.Platform;

public class CsvTextTests
{
    [Theory]
    [InlineData("a;b\r\nc;d", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d\n", "1:a|b 2:c|d")]
    [InlineData("a;b\n\n;\nc;d", "1:a|b 4:c|d")]
    [InlineData("\"a;1\";\"b\"\"2\"", "1:a;1|b\"2")]
    [InlineData("\"a\nb\";c\nd;e", "1:a\nb|c 3:d|e")]
    [InlineData("\"nie geschlossen;b", "1:nie geschlossen;b")]
    [InlineData("", "")]
    public void Liest_Felder_und_zaehlt_Zeilen(string text, string erwartet) =>
        Assert.Equal(erwartet, string.Join(' ', CsvText.Read(text).Select(r => $"{r.Line}:{string.Join('|', r.Fields)}")));

    [Fact]
    public void Was_wie_eine_Formel_beginnt_rechnet_in_keiner_Tabelle() => Assert.Equal("'=1+1;\"a;b\";\"x\"\"y\"\r\n", CsvText.Line("=1+1", "a;b", "x\"y"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Umlaute_bleiben_in_jeder_Kodierung(string name)
    {
        var kodierung = name == "windows-1252" ? System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)! : System.Text.Encoding.GetEncoding(name);

        Assert.Equal("Größe – schön", TextFile.Decode([.. kodierung.GetPreamble(), .. kodierung.GetBytes("Größe – schön")]));
    }
}

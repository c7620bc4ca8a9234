using System.Text;
using Portal.Grundbegriffe;
using Portal.Zugang;
using Portal.Zugang.Personenimport;

namespace Portal.Tests.Zugang;

public class PersonenimportTests
{
    private const string Kopf = "Vorname;Nachname;E-Mail;Organisation;Rollen;Fachgruppen\n";
    private static readonly Akteur s_geschaeftsfuehrung = new(1, "Katrin Sommer", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
    private static readonly Akteur s_administration = new(2, "Tobias Wiechmann", [Rolle.Administration], new Dictionary<int, Mitgliedsrolle>());

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public void Erkennt_das_Trennzeichen(string trenner)
    {
        var inhalt = Importdatei.Lesen(Encoding.UTF8.GetBytes((Kopf + "Jörg;Großmann;joerg@x.example;\"Haus, Hof; Garten\t\";;\n").Replace(";", trenner, StringComparison.Ordinal)));

        var zeile = Assert.Single(inhalt.Zeilen);
        Assert.Equal(("Jörg", "Großmann", "joerg@x.example", 2), (zeile.Vorname, zeile.Nachname, zeile.Email, zeile.Nummer));
    }

    public static TheoryData<string, string> Kodierungen => new()
    {
        { "utf-8", "UTF-8" },
        { "utf-8-bom", "UTF-8" },
        { "windows-1252", "Windows-1252" },
        { "utf-16", "UTF-16" },
    };

    [Theory, MemberData(nameof(Kodierungen))]
    public void Erkennt_die_Zeichenkodierung_und_nennt_sie(string kodierung, string genannt)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Kopf + "Jörg;Süß;j@x.example;;;\n";
        var bytes = kodierung switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.GetEncoding(1252).GetBytes(text),
        };

        var inhalt = Importdatei.Lesen(bytes);

        Assert.Equal("Jörg Süß", $"{inhalt.Zeilen[0].Vorname} {inhalt.Zeilen[0].Nachname}");
        Assert.Contains(genannt, inhalt.Hinweise[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "leer")]
    [InlineData("Vorname;Nachname;E-Mail\n", "keine Personen")]
    [InlineData("Vorname;Nachname\nA;B\n", "„E-Mail“")]
    [InlineData("Vorname;Nachname;E-Mail;Geburtstag\nA;B;c@d.example;1\n", "„Geburtstag“ ist unbekannt")]
    [InlineData("Vorname;Vorname;Nachname;E-Mail\nA;A;B;c@d.example\n", "zweimal")]
    [InlineData("PK\u0003\u0004irgendwas", "Excel")]
    [InlineData("Vorname;Nachname;E-Mail\nA;\0;c@d.example\n", "keine CSV-Datei")]
    public void Sagt_was_mit_der_ganzen_Datei_nicht_stimmt(string text, string satz) =>
        Assert.Contains(satz, Assert.Throws<RegelVerletzt>(() => Importdatei.Lesen(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Zu_viel_ist_zu_viel()
    {
        var zeilen = string.Concat(Enumerable.Range(0, Importdatei.HoechstzahlZeilen + 1).Select(i => $"A;B;p{i}@x.example;;;\n"));

        Assert.Contains("5.000 Personen", Assert.Throws<RegelVerletzt>(() => Importdatei.Lesen(Encoding.UTF8.GetBytes(Kopf + zeilen))).Message, StringComparison.Ordinal);
        Assert.Contains("2 MB", Assert.Throws<RegelVerletzt>(() => Importdatei.Lesen(new byte[Importdatei.HoechsteGroesse + 1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kim;Beispiel;kim@x.example;;;", "")]
    [InlineData("Kim;Beispiel;kim@x.example", "")]
    [InlineData(";Beispiel;kim@x.example;;;", "Vorname")]
    [InlineData("Kim;;kim@x.example;;;", "Nachname")]
    [InlineData("Kim;Beispiel;;;;", "Es fehlt die E-Mail-Adresse")]
    [InlineData("Kim;Beispiel;kim@x;;;", "keine E-Mail-Adresse")]
    [InlineData("Kim;Beispiel;kim x@y.example;;;", "keine E-Mail-Adresse")]
    [InlineData("Kim;Beispiel;Kim <kim@x.example>;;;", "keine E-Mail-Adresse")]
    [InlineData("Kim;Beispiel;SCHON@da.example;;;", "schon eine Person")]
    [InlineData("Kim;Beispiel;kim@x.example;;Bürgermeister;", "Die Rolle „Bürgermeister“ gibt es nicht")]
    [InlineData("Kim;Beispiel;kim@x.example;;Konferenzmitglied|administration;", "")]
    [InlineData("Kim;Beispiel;kim@x.example;;;Wolkenschieben", "Die Fachgruppe „Wolkenschieben“ gibt es nicht")]
    [InlineData("Kim;Beispiel;kim@x.example;;;*Gut älter werden|alter-und-neues", "")]
    [InlineData("Kim;Beispiel;kim@x.example;;;Altes, Neues", "")]
    [InlineData("Kim;Beispiel;kim@x.example;;;Vorbei", "aufgelöst")]
    [InlineData("Kim;Beispiel;kim@x.example;a;b;c;d;e", "8 Felder")]
    [InlineData("Kim;\"Bei\"spiel;kim@x.example;;;", "Anführungszeichen")]
    public void Sagt_zu_jeder_Zeile_was_nicht_stimmt(string zeile, string satz)
    {
        var geprueft = Assert.Single(Pruefen(s_geschaeftsfuehrung, zeile));

        if (satz.Length == 0) Assert.True(geprueft.IstGut, geprueft.Fehler);
        else Assert.Contains(satz, geprueft.Fehler, StringComparison.Ordinal);
    }

    [Fact]
    public void Doppelte_Adressen_in_der_Datei_nennen_die_erste_Zeile()
    {
        var zeilen = Pruefen(s_geschaeftsfuehrung, "A;B;gleich@x.example;;;\nC;D;Gleich@X.example;;;");

        Assert.True(zeilen[0].IstGut);
        Assert.Contains("schon in Zeile 2", zeilen[1].Fehler, StringComparison.Ordinal);
    }

    [Fact]
    public void Die_Administration_macht_niemanden_zur_Geschaeftsfuehrung()
    {
        Assert.Contains("nur die Geschäftsführung", Pruefen(s_administration, "A;B;a@x.example;;Geschäftsführung;")[0].Fehler, StringComparison.Ordinal);
        Assert.True(Pruefen(s_administration, "A;B;a@x.example;;Administration;")[0].IstGut);
    }

    [Fact]
    public void Ein_Stern_heisst_Sprecher_in()
    {
        var zeile = Pruefen(s_geschaeftsfuehrung, "A;B;a@x.example;;;*gut-aelter-werden|Altes, Neues")[0];

        Assert.Equal([(1, Mitgliedsrolle.Sprecher)], zeile.Gruppen.Take(1).Select(g => (g.Gruppe.Id, g.Stellung)));
    }

    private static IReadOnlyList<Importzeile> Pruefen(Akteur wer, string zeilen) => new Importpruefung(
        [
            new(1, "gut-aelter-werden", "Gut älter werden", Auskunft.Ja), new(2, "alter-und-neues", "Altes, Neues", Auskunft.Ja),
            new(3, "vorbei", "Vorbei", Auskunft.Nein("Die Gruppe ist aufgelöst und nimmt niemanden mehr auf.")),
        ],
        new HashSet<string> { "SCHON@DA.EXAMPLE" },
        wer).Pruefen(Importdatei.Lesen(Encoding.UTF8.GetBytes(Kopf + zeilen)).Zeilen);
}

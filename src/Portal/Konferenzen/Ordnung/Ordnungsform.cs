using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Liest Zahlen, wie Menschen sie schreiben: „33,33“ oder „33.33“.</summary>
internal static class Zahleneingabe
{
    public static decimal Lesen(string? text, string was, string feld) =>
        decimal.TryParse((text ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl) && Math.Abs(zahl) < 1_000_000
            ? zahl : throw new RegelVerletzt($"{was}: Bitte geben Sie eine Zahl ein, zum Beispiel 25 oder 33,33.", feld);

    public static long Ganze(string? text, string was, string feld) =>
        long.TryParse((text ?? "").Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var zahl) && Math.Abs(zahl) < 1_000_000_000
            ? zahl : throw new RegelVerletzt($"{was}: Bitte geben Sie eine ganze Zahl ein.", feld);
}

public sealed class Bankzeile
{
    public string? Schluessel { get; set; }

    [Display(Name = "Name der Bank"), StringLength(100), SauberesFeld]
    public string? Name { get; set; }

    [Display(Name = "Sitze"), StringLength(10)]
    public string? Sitze { get; set; }

    [Display(Name = "Anteil in Prozent"), StringLength(10)]
    public string? Anteil { get; set; }

    [Display(Name = "Sitze werden auf die Fraktionen verteilt")]
    public bool NachFraktionen { get; set; }

    [Display(Name = "Diese Bank entfernen")]
    public bool Entfernen { get; set; }

    public bool IstNeu => string.IsNullOrEmpty(Schluessel);
    public bool IstLeer => IstNeu && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Sitze) && string.IsNullOrWhiteSpace(Anteil);
}

/// <summary>Die Bänke, wie das Formular sie sendet; eine leere Zeile am Ende nimmt eine weitere auf.</summary>
public sealed class Baenkeform
{
    public List<Bankzeile> Zeilen { get; set; } = [];
    public int Version { get; set; }

    public static Baenkeform Von(Geschaeftsordnung ordnung) => new()
    {
        Version = ordnung.Version,
        Zeilen = [.. ordnung.Inhalt.Baenke.Select(b => new Bankzeile
        {
            Schluessel = b.Schluessel, Name = b.Name, Sitze = b.Sitze.ToString(Ortszeit.Deutsch), Anteil = b.Anteil.Zahl(), NachFraktionen = b.NachFraktionen,
        })],
    };

    public Baenkeform MitLeererZeile()
    {
        if (Zeilen.Count == 0 || !Zeilen[^1].IstLeer) Zeilen.Add(new());
        return this;
    }

    /// <exception cref="RegelVerletzt">wenn eine Zahl keine ist.</exception>
    public IReadOnlyList<Bank> Baenke(Geschaeftsordnungsinhalt bisher)
    {
        var baenke = new List<Bank>();
        for (var i = 0; i < Zeilen.Count; i++)
        {
            var z = Zeilen[i];
            if (z.IstLeer || z.Entfernen) continue;
            var name = (z.Name ?? "").Trim();
            var was = name.Length > 0 ? $"Bank „{name}“" : $"Bank {i + 1}";
            baenke.Add(new(Schluessel(z, name, bisher, baenke), name, (int)Zahleneingabe.Ganze(z.Sitze, was + ", Sitze", $"Zeilen[{i}].Sitze"),
                Zahleneingabe.Lesen(z.Anteil, was + ", Anteil", $"Zeilen[{i}].Anteil"), z.NachFraktionen));
        }
        return baenke;
    }

    // Ein Schlüssel aus dem Formular gilt nur, wenn es ihn in diesem Entwurf gibt; eine neue Bank bekommt einen freien.
    private static string Schluessel(Bankzeile zeile, string name, Geschaeftsordnungsinhalt bisher, List<Bank> vergebene)
    {
        if (!zeile.IstNeu && bisher.Bank(zeile.Schluessel!) is not null && vergebene.All(b => b.Schluessel != zeile.Schluessel)) return zeile.Schluessel!;
        var stamm = Kennungen.AusName(name);
        for (var n = 1; ; n++)
        {
            var kandidat = n == 1 ? stamm : string.Create(CultureInfo.InvariantCulture, $"{stamm}-{n}");
            if (bisher.Bank(kandidat) is null && vergebene.All(b => b.Schluessel != kandidat)) return kandidat;
        }
    }
}

public sealed class Fraktionszeile
{
    [Display(Name = "Fraktion"), StringLength(120), SauberesFeld]
    public string? Name { get; set; }

    [Display(Name = "Stärke"), StringLength(15)]
    public string? Staerke { get; set; }

    public bool IstLeer => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Staerke);
}

public sealed class Fraktionenform
{
    public const int LeereZeilen = 3;

    public List<Fraktionszeile> Zeilen { get; set; } = [];
    public int Version { get; set; }

    public static Fraktionenform Von(Geschaeftsordnung ordnung) => new()
    {
        Version = ordnung.Version,
        Zeilen = [.. ordnung.Inhalt.Fraktionen.Select(f => new Fraktionszeile { Name = f.Fraktion, Staerke = f.Staerke.ToString(Ortszeit.Deutsch) })],
    };

    public Fraktionenform MitLeerenZeilen()
    {
        while (Zeilen.Count(z => z.IstLeer) < LeereZeilen) Zeilen.Add(new());
        return this;
    }

    public IReadOnlyList<Fraktionsstaerke> Staerken()
    {
        var staerken = new List<Fraktionsstaerke>();
        for (var i = 0; i < Zeilen.Count; i++)
            if (!Zeilen[i].IstLeer)
                staerken.Add(new((Zeilen[i].Name ?? "").Trim(), Zahleneingabe.Ganze(Zeilen[i].Staerke, $"Stärke von „{Zeilen[i].Name?.Trim()}“", $"Zeilen[{i}].Staerke")));
        return staerken;
    }
}

/// <summary>Welche Verteilung übernommen wird, und wie bei Gleichstand gelost wird.</summary>
public sealed class Verteilungsform
{
    public Sitzverfahren Verfahren { get; set; }

    [Display(Name = "Losentscheid")]
    public bool VonHand { get; set; }

    public List<string> Gezogene { get; set; } = [];

    [Display(Name = "Wer hat wann und wie gelost?"), StringLength(1000), SauberesFeld]
    public string? Vermerk { get; set; }

    public int Version { get; set; }
}

/// <summary>Die Regeln für Sitzung, Bewertung und Einblick.</summary>
public sealed class Verfahrensform
{
    [Display(Name = "Ladungsfrist in Tagen"), Required, Range(0, 180)]
    public int? Ladungsfrist { get; set; }

    [Display(Name = "Stellvertretungen je Sitz"), Required, Range(0, 5)]
    public int? StellvertretungenJeSitz { get; set; }

    [Display(Name = "Beschlussfähig ist die Konferenz, wenn da sind")]
    public Quorum Quorum { get; set; }

    [Display(Name = "Angenommen ist ein Antrag mit")]
    public Mehrheit Mehrheit { get; set; }

    [Display(Name = "Abgestimmt wird in der Regel")]
    public Abstimmungsart Abstimmung { get; set; }

    [Display(Name = "Höchstzahl der Bewertungsrunden"), Required, Range(1, 2)]
    public int? Runden { get; set; }

    [Display(Name = "0 und 4 Punkte brauchen eine Begründung")]
    public bool ExtremeBegruenden { get; set; }

    [Display(Name = "Die Öffentlichkeit liest, wer auf welcher Bank sitzt")]
    public bool SitzeOeffentlich { get; set; }

    [Display(Name = "Fachgruppen lesen die Ergebnisse")]
    public Einblick FachgruppenSehenErgebnisse { get; set; }

    [Display(Name = "Die Öffentlichkeit liest die Ergebnisse")]
    public Einblick OeffentlichkeitSiehtErgebnisse { get; set; }

    public int Version { get; set; }

    public static Verfahrensform Von(Geschaeftsordnung ordnung)
    {
        var i = ordnung.Inhalt;
        return new()
        {
            Ladungsfrist = i.Ladungsfrist,
            StellvertretungenJeSitz = i.StellvertretungenJeSitz,
            Quorum = i.Quorum,
            Mehrheit = i.Mehrheit,
            Abstimmung = i.Abstimmung,
            Runden = i.Runden,
            ExtremeBegruenden = i.ExtremeBegruenden,
            SitzeOeffentlich = i.SitzeOeffentlich,
            FachgruppenSehenErgebnisse = i.FachgruppenSehenErgebnisse,
            OeffentlichkeitSiehtErgebnisse = i.OeffentlichkeitSiehtErgebnisse,
            Version = ordnung.Version,
        };
    }

    public Geschaeftsordnungsinhalt Regeln() => new()
    {
        Ladungsfrist = Ladungsfrist ?? 0,
        StellvertretungenJeSitz = StellvertretungenJeSitz ?? 0,
        Quorum = Quorum,
        Mehrheit = Mehrheit,
        Abstimmung = Abstimmung,
        Runden = Runden ?? 1,
        ExtremeBegruenden = ExtremeBegruenden,
        SitzeOeffentlich = SitzeOeffentlich,
        FachgruppenSehenErgebnisse = FachgruppenSehenErgebnisse,
        OeffentlichkeitSiehtErgebnisse = OeffentlichkeitSiehtErgebnisse,
    };
}

public sealed class Kriteriumszeile
{
    public string? Schluessel { get; set; }

    [Display(Name = "Name"), StringLength(100), SauberesFeld]
    public string? Name { get; set; }

    [Display(Name = "Frage an die Bewertenden"), StringLength(300), SauberesFeld]
    public string? Frage { get; set; }

    [Display(Name = "Gewicht"), StringLength(10)]
    public string? Gewicht { get; set; }

    [Display(Name = "0 Punkte bedeuten"), StringLength(200), SauberesFeld]
    public string? Anker0 { get; set; }

    [Display(Name = "1 Punkt bedeutet"), StringLength(200), SauberesFeld]
    public string? Anker1 { get; set; }

    [Display(Name = "2 Punkte bedeuten"), StringLength(200), SauberesFeld]
    public string? Anker2 { get; set; }

    [Display(Name = "3 Punkte bedeuten"), StringLength(200), SauberesFeld]
    public string? Anker3 { get; set; }

    [Display(Name = "4 Punkte bedeuten"), StringLength(200), SauberesFeld]
    public string? Anker4 { get; set; }

    [Display(Name = "Dieses Kriterium entfernen")]
    public bool Entfernen { get; set; }

    public bool IstNeu => string.IsNullOrEmpty(Schluessel);
    public bool IstLeer => IstNeu && new[] { Name, Frage, Gewicht, Anker0, Anker1, Anker2, Anker3, Anker4 }.All(string.IsNullOrWhiteSpace);
}

public sealed class Kriterienform
{
    public List<Kriteriumszeile> Zeilen { get; set; } = [];
    public int Version { get; set; }

    public static Kriterienform Von(Geschaeftsordnung ordnung) => new()
    {
        Version = ordnung.Version,
        Zeilen = [.. ordnung.Inhalt.Kriterien.Select(k => new Kriteriumszeile
        {
            Schluessel = k.Schluessel, Name = k.Name, Frage = k.Frage, Gewicht = k.Gewicht.Zahl(),
            Anker0 = k.Anker[0], Anker1 = k.Anker[1], Anker2 = k.Anker[2], Anker3 = k.Anker[3], Anker4 = k.Anker[4],
        })],
    };

    public Kriterienform MitLeererZeile()
    {
        if (Zeilen.Count == 0 || !Zeilen[^1].IstLeer) Zeilen.Add(new());
        return this;
    }

    public IReadOnlyList<Kriterium> Kriterien(Geschaeftsordnungsinhalt bisher)
    {
        var kriterien = new List<Kriterium>();
        for (var i = 0; i < Zeilen.Count; i++)
        {
            var z = Zeilen[i];
            if (z.IstLeer || z.Entfernen) continue;
            var name = (z.Name ?? "").Trim();
            var gewicht = Zahleneingabe.Lesen(z.Gewicht, $"Gewicht von „{name}“", $"Zeilen[{i}].Gewicht");
            kriterien.Add(new(Schluessel(z, name, bisher, kriterien), name, (z.Frage ?? "").Trim(), gewicht,
                [.. new[] { z.Anker0, z.Anker1, z.Anker2, z.Anker3, z.Anker4 }.Select(a => (a ?? "").Trim())]));
        }
        return kriterien;
    }

    private static string Schluessel(Kriteriumszeile zeile, string name, Geschaeftsordnungsinhalt bisher, List<Kriterium> vergebene)
    {
        bool Bekannt(string s) => bisher.Kriterien.Any(k => k.Schluessel == s);
        bool Vergeben(string s) => vergebene.Exists(k => k.Schluessel == s);
        if (!zeile.IstNeu && Bekannt(zeile.Schluessel!) && !Vergeben(zeile.Schluessel!)) return zeile.Schluessel!;
        var stamm = Kennungen.AusName(name);
        for (var n = 1; ; n++)
        {
            var kandidat = n == 1 ? stamm : string.Create(CultureInfo.InvariantCulture, $"{stamm}-{n}");
            if (!Bekannt(kandidat) && !Vergeben(kandidat)) return kandidat;
        }
    }
}

public sealed class Inkraftsetzungsform
{
    [Display(Name = "In Kraft ab"), Required]
    public DateOnly? Ab { get; set; }

    [Display(Name = "Beschlossen durch"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }

    [Display(Name = "Ja, diese Fassung soll in Kraft treten; sie kann danach nicht mehr geändert werden")]
    public bool Bestaetigt { get; set; }

    public int Version { get; set; }
}

public sealed class Verwerfungsform
{
    [Display(Name = "Ja, der Entwurf soll gelöscht werden")]
    public bool Bestaetigt { get; set; }
}

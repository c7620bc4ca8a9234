using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

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

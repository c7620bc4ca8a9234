using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

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

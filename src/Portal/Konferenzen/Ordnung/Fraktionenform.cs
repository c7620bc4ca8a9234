using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;
using Portal.Platform.Web;

namespace Portal.Konferenzen.Ordnung;

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

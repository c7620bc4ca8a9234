using System.ComponentModel.DataAnnotations;
using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen.Papier;

/// <summary>Was die Geschäftsführung von den Stimmzetteln einträgt.</summary>
public sealed class Papierabgabeform
{
    private const string Zahlensatz = "Bitte zählen Sie die Stimmzettel und tragen Sie eine Zahl ein.";

    /// <summary>Mit Namen: je Kennung eines Sitzes die Stimme; leer, wenn kein Stimmzettel da ist.</summary>
    public Dictionary<string, Stimme?> Stimmen { get; set; } = [];

    /// <summary>Geheim: Kennungen der Sitze, die einen Stimmschein abgegeben haben.</summary>
    public List<string> Sitze { get; set; } = [];

    [Display(Name = "Ja"), Range(0, 9999, ErrorMessage = Zahlensatz)]
    public int? Ja { get; set; }

    [Display(Name = "Nein"), Range(0, 9999, ErrorMessage = Zahlensatz)]
    public int? Nein { get; set; }

    [Display(Name = "Enthaltung, leer oder nicht eindeutig"), Range(0, 9999, ErrorMessage = Zahlensatz)]
    public int? Enthaltungen { get; set; }

    public Papierstimmen Angaben(Abstimmung abstimmung) => abstimmung.IstGeheim
        ? Papierstimmen.Geheim(Sitze, Ja ?? 0, Nein ?? 0, Enthaltungen ?? 0)
        : Papierstimmen.MitNamen(Stimmen.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!.Value));
}

/// <summary>Die zweite Person sagt, dass sie verglichen hat.</summary>
public sealed class Vergleichsform
{
    /// <summary>Kennung der Papierabgabe, die sie vor sich hatte.</summary>
    public string? Abgabe { get; set; }

    [Display(Name = "Ich habe alles mit den Stimmzetteln verglichen. Danach zählen die Stimmen, und nichts lässt sich mehr ändern.")]
    public bool Bestaetigt { get; set; }
}

/// <param name="Darf">Ob die Person jetzt etwas eintragen kann.</param>
public sealed record Eintragungsseite(Abstimmung Abstimmung, Auskunft Darf)
{
    public string Adresse => $"/konferenz/abstimmungen/{Abstimmung.Kennung}";
    public IEnumerable<IGrouping<string, Stimmrecht>> JeBank => Abstimmung.Stimmrechte.OrderBy(r => r.Id).GroupBy(r => r.Bank);
    public int Waehlbare => Abstimmung.Stimmrechte.Count(r => Papierstimmenregeln.KannAufPapier(r).Erlaubt);
}

/// <param name="ErfasstVon">Name der Person, die eingetragen hat.</param>
/// <param name="Darf">Ob die Person, die das liest, bestätigen kann.</param>
public sealed record Vergleichsseite(Abstimmung Abstimmung, Papierabgabe Papier, string ErfasstVon, Auskunft Darf, Akteur Wer, DateTime Jetzt)
{
    public string Adresse => $"/konferenz/abstimmungen/{Abstimmung.Kennung}";
    public IReadOnlyList<Stimmrecht> Sitze => [.. Abstimmung.Stimmrechte.Where(r => r.PapierWartet).OrderBy(r => r.Id)];
}

/// <summary>Der Stimmzettel eines Sitzes; bei geheimer Abstimmung der Stimmschein, der neben dem Stimmzettel abgegeben wird.</summary>
/// <param name="Eintragung">Ganze Adresse, unter der das Büro einträgt.</param>
/// <param name="Bild">Sie als QR-Code.</param>
public sealed record Sitzzettelseite(Abstimmung Abstimmung, Stimmrecht Recht, string Eintragung, string Bild)
{
    public string Adresse => $"/konferenz/abstimmungen/{Abstimmung.Kennung}";
}

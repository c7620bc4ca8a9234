using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen.Papier;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Eine Zeile der Liste.</summary>
public sealed record Abstimmungszeile(string Kennung, string Antrag, Abstimmungsart Art, Abstimmungszustand Zustand, DateOnly? Frist, DateTime? EroeffnetAm, DateTime? GeschlossenAm, Abstimmungsergebnis? Ergebnis);

/// <param name="Weiter">Adresse der nächsten Seite; leer am Ende.</param>
public sealed record Abstimmungsliste(IReadOnlyList<Abstimmungszeile> Zeilen, string? Weiter, Akteur Wer);

/// <summary>Eine Abstimmung, wie diese Person sie sieht.</summary>
/// <param name="SiehtVorschlag">Ob die Person den Vorschlag lesen darf, um den es geht.</param>
/// <param name="Zettel">Die Stimmzettel einer geschlossenen geheimen Abstimmung; sonst leer.</param>
/// <param name="Liste">Eine Seite der Prioritätenliste, um die es geht, für alle, die sie lesen; sonst leer.</param>
public sealed record Abstimmungsseite(Abstimmung Abstimmung, bool SiehtVorschlag, IReadOnlyList<Stimmzettel> Zettel, Prioritaetenblick? Liste, Akteur Wer, DateTime Jetzt)
{
    public string Adresse => $"/konferenz/abstimmungen/{Abstimmung.Kennung}";
    public bool Leitet => Abstimmungsregeln.DarfVorbereiten(Wer).Erlaubt;
    public bool SiehtNamen => Abstimmungsregeln.SiehtNamen(Abstimmung, Wer);
    public Auskunft DarfAbstimmen => Abstimmungsregeln.DarfAbstimmen(Abstimmung, Wer, Jetzt);

    /// <summary>Der Sitz, für den die Person handelt oder den sie innehat.</summary>
    public Stimmrecht? Eigenes => Abstimmung.StimmrechtVon(Wer) ?? Abstimmung.Stimmrechte.FirstOrDefault(r => r.InhaberPersonId == Wer.PersonId);

    public int Abgegeben => Abstimmung.Stimmrechte.Count(r => r.HatGestimmt);
    public int Befangene => Abstimmung.Stimmrechte.Count(r => r.Befangen);
    public int Anwesende => Abstimmung.Stimmrechte.Count(r => r.IstAnwesend);

    public IEnumerable<IGrouping<string, Stimmrecht>> JeBank => Abstimmung.Stimmrechte.OrderBy(r => r.Id).GroupBy(r => r.Bank);

    /// <summary>Was am Sitz steht; wie gestimmt wurde, erst nach der Schließung und nur bei offener Abstimmung.</summary>
    public string Stand(Stimmrecht recht) =>
        recht.Befangen ? "befangen"
        : Abstimmung.Zustand == Abstimmungszustand.Geschlossen && recht.Stimme is { } stimme ? stimme.ToString()
        : recht.HatGestimmt ? "hat abgestimmt"
        : recht.PapierWartet ? "Stimme auf Papier eingetragen, noch nicht bestätigt"
        : recht.Handelnde is null ? "niemand da"
        : recht.Anwesend ? "anwesend, noch keine Stimme"
        : Abstimmung.Zustand == Abstimmungszustand.Geschlossen ? "nicht teilgenommen" : "noch keine Stimme";

    public string Befangenheitsgrund(Stimmrecht recht) => Leitet || recht == Eigenes ? recht.Befangenheitsgrund : "";

    /// <summary>Ob die Person den Stimmzettel dieses Sitzes auf Papier bekommt.</summary>
    public bool KannAufPapier(Stimmrecht recht) => (Leitet || recht.HandelndePersonId == Wer.PersonId) && Papierstimmenregeln.NimmtAn(Abstimmung, Jetzt).Und(Papierstimmenregeln.KannAufPapier(recht)).Erlaubt;

    public bool KannBefangenMelden(Stimmrecht recht) => Abstimmungsregeln.DarfBefangenMelden(Abstimmung, recht, "?", Wer, Jetzt).Erlaubt;

    /// <summary>Ob die Person an diesem Sitz etwas tun kann.</summary>
    public bool KannAendern(Stimmrecht recht) => KannAufPapier(recht) || Darf(Abstimmungsregeln.DarfUebergeben, recht) || Darf(Abstimmungsregeln.DarfZuruecknehmen, recht) || KannBefangenMelden(recht)
        || Abstimmungsregeln.DarfBefangenheitAufheben(Abstimmung, recht, Wer).Erlaubt;

    public bool Darf(Func<Abstimmung, Stimmrecht, Akteur, DateTime, Auskunft> regel, Stimmrecht recht) => regel(Abstimmung, recht, Wer, Jetzt).Erlaubt;
}

/// <summary>Was vor der Eröffnung zu sehen ist: wer stimmen wird und was noch fehlt.</summary>
public sealed record Eroeffnungsseite(Abstimmung Abstimmung, Geschaeftsordnung? Ordnung, IReadOnlyList<Stimmrecht> Rechte, Auskunft Auskunft);

/// <summary>Ein Sitz, dessen Stimme jemand anderes übernehmen soll.</summary>
public sealed record Uebergabeseite(Abstimmung Abstimmung, Stimmrecht Recht, IReadOnlyList<(Person Person, Auskunft Auskunft)> Stellvertretungen, Akteur Wer);

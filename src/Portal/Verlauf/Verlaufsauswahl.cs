using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Verlauf;

/// <summary>Was im Filter des Verlaufs steht; Unbekanntes gilt als nicht gewählt.</summary>
public sealed class Verlaufsfilter
{
    /// <summary>Teil des Namens.</summary>
    public string? Person { get; set; }
    public string? Gegenstand { get; set; }
    public DateOnly? Von { get; set; }
    public DateOnly? Bis { get; set; }
    public string? Text { get; set; }

    /// <summary>Nummer des Ereignisses, vor dem die Seite beginnt.</summary>
    public long? Vor { get; set; }

    public bool IstGesetzt => !string.IsNullOrWhiteSpace(Person + Gegenstand + Text) || Von is not null || Bis is not null;

    public string Adresse(string pfad, long? vor) => pfad + QueryString.Create((IEnumerable<KeyValuePair<string, string?>>)
    [
        new("person", Leer(Person)), new("gegenstand", Leer(Gegenstand)), new("von", Von?.ToString("yyyy-MM-dd")), new("bis", Bis?.ToString("yyyy-MM-dd")),
        new("text", Leer(Text)), new("vor", vor?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ]);

    private static string? Leer(string? wert) => string.IsNullOrWhiteSpace(wert) ? null : wert;
}

/// <summary>Ein Ereignis, wie es im Verlauf steht.</summary>
public sealed record Verlaufszeile(long Id, DateTime Zeitpunkt, string? Person, string Satz, string Gegenstand, string Kennung, string Bezeichnung, string? Grund, string? Gruppe)
{
    public string Wer => Urheber.Von(Person, Gegenstand, Bezeichnung);

    public string Adresse => Gegenstandsadresse.Von(Gegenstand, Kennung, Gruppe);
}

public static class Verlaufsauswahl
{
    /// <summary>Wovon es Ereignisse gibt, in der Reihenfolge der Auswahl.</summary>
    public static IReadOnlyList<string> Gegenstaende { get; } =
    [
        "Vorschlag", "Kommentar", "Bündelung", "Fachgruppe", "Beitrittsanfrage", "Einladung", "Person", "Sitz", "Geschäftsordnung", "Priorisierungsrunde", "Bewertungsbogen", "Abstimmung", "Sondervotum",
        "Gemeinde", "Handlungsfeld", "Sozialraum", "Vorschlagsformular", "Barrieremeldung",
    ];

    /// <summary>Was die Administration davon liest.</summary>
    public static IReadOnlyList<string> RundUmKonten => s_rundUmKonten;

    private static readonly string[] s_rundUmKonten = ["Person", "Einladung"];

    extension(IQueryable<Ereignis> ereignisse)
    {
        /// <summary>Die Geschäftsführung liest alles; die Administration, was Personen und ihre Zugänge betrifft.</summary>
        public IQueryable<Ereignis> SichtbarFuer(Akteur wer) =>
            wer.IstGeschaeftsfuehrung ? ereignisse
            : wer.IstAdministration ? ereignisse.Where(e => s_rundUmKonten.Contains(e.Gegenstand))
            : ereignisse.Where(e => false);

        public IQueryable<Ereignis> Gefiltert(Verlaufsfilter filter, PortalDb db)
        {
            var gefiltert = ereignisse;
            if (!string.IsNullOrWhiteSpace(filter.Gegenstand)) gefiltert = gefiltert.Where(e => e.Gegenstand == filter.Gegenstand);
            if (filter.Von is { Year: > 1900 and < 9000 } von) { var ab = Beginn(von); gefiltert = gefiltert.Where(e => e.Zeitpunkt >= ab); }
            if (filter.Bis is { Year: > 1900 and < 9000 } bis) { var vor = Beginn(bis.AddDays(1)); gefiltert = gefiltert.Where(e => e.Zeitpunkt < vor); }
            if (!string.IsNullOrWhiteSpace(filter.Person))
            {
                var personen = db.Personen.WithText(filter.Person, p => p.Vorname + " " + p.Nachname);
                gefiltert = gefiltert.Where(e => personen.Any(p => p.Id == e.PersonId));
            }
            gefiltert = gefiltert.WithText(filter.Text, e => e.Satz, e => e.Bezeichnung, e => e.Kennung, e => e.Grund ?? "");
            if (filter.Vor is { } grenze) gefiltert = gefiltert.Where(e => e.Id < grenze);
            return gefiltert;
        }

        /// <summary>Was mehrere Gruppen angeht, ist für jede vermerkt; gelesen wird es einmal.</summary>
        public IQueryable<Ereignis> OhneWiederholung(PortalDb db) => ereignisse.Where(e => e.FachgruppeId == null || !db.Ereignisse.Any(f =>
            f.Gegenstand == e.Gegenstand && f.Kennung == e.Kennung && f.Id < e.Id && f.FachgruppeId != null && f.Zeitpunkt == e.Zeitpunkt && f.Art == e.Art && f.Satz == e.Satz && f.PersonId == e.PersonId));

        public IQueryable<Ereignis> Von(string gegenstand, string kennung) => ereignisse.Where(e => e.Gegenstand == gegenstand && e.Kennung == kennung);

        /// <summary>Die jüngsten zuerst, mit Namen; eine Abfrage.</summary>
        public IQueryable<Verlaufszeile> Zeilen(PortalDb db, int anzahl) => ereignisse.OrderByDescending(e => e.Id).Take(anzahl).Select(e => new Verlaufszeile(
            e.Id, e.Zeitpunkt, db.Personen.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault(), e.Satz, e.Gegenstand, e.Kennung,
            e.Bezeichnung, e.Grund, db.Fachgruppen.Where(g => g.Id == e.FachgruppeId).Select(g => g.Kennung).FirstOrDefault()));
    }

    private static DateTime Beginn(DateOnly tag) => TimeZoneInfo.ConvertTimeToUtc(tag.ToDateTime(TimeOnly.MinValue), Ortszeit.Zone);
}

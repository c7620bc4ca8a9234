using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Markdown;
using Portal.Stammdaten;
using Portal.Stammdaten.Barrieren;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>
/// Die erfundene Hansestadt Musterstadt: füllt eine leere Datenbank so, als hätten Menschen anderthalb Jahre lang damit gearbeitet.
/// Die Vorführung und die Prüfungen verwenden dieselbe Gemeinde.
/// </summary>
public sealed class Mustergemeinde
{
    /// <summary>Gilt für alle erfundenen Personen, und nur in der Vorführung (siehe <see cref="VorfuehrKennwort"/>).</summary>
    public const string Kennwort = "musterstadt-demo-2026";

    private readonly PortalDb _db;
    private readonly DateTime _jetzt;
    private readonly Zeitplan _plan;
    private readonly Dictionary<string, Handlungsfeld> _handlungsfelder = [];
    private readonly Dictionary<string, Sozialraum> _sozialraeume = [];
    private readonly Dictionary<string, Person> _personen = [];
    private readonly Dictionary<string, Fachgruppe> _gruppen = [];
    private readonly Vorschlagsformular _formular = new();

    private Mustergemeinde(PortalDb db, DateTime jetzt)
    {
        _db = db;
        _jetzt = jetzt;
        _plan = new(jetzt);
    }

    /// <summary>Füllt nur, wenn noch keine Person da ist.</summary>
    /// <param name="jetzt">UTC; alles Erfundene liegt davor.</param>
    /// <returns>Ob gefüllt wurde.</returns>
    public static async Task<bool> FuellenAsync(PortalDb db, DateTime jetzt, CancellationToken cancel = default)
    {
        if (await db.Personen.AnyAsync(cancel)) return false;
        await using var transaktion = await db.Database.BeginTransactionAsync(cancel);
        await new Mustergemeinde(db, jetzt).FuellenAsync(cancel);
        await transaktion.CommitAsync(cancel);
        return true;
    }

    private async Task FuellenAsync(CancellationToken cancel)
    {
        StammdatenAnlegen();
        PersonenAnlegen();
        await _db.SaveChangesAsync(cancel);
        foreach (var zeile in Quellen.Tabelle("Fachgruppen.csv")) FachgruppePlanen(zeile);
        new Konferenzplan(_db, _plan, email => _personen[email], Geschaeftsfuehrung).Planen();
        new Abstimmungsplan(_db, _plan, AkteurVon, Geschaeftsfuehrung).Planen();
        foreach (var (_, markdown) in Quellen.Ordner("Vorschlaege")) VorschlagPlanen(Vorschlagsvorlage.Lesen(markdown));
        new Buendelungsplan(_db, _plan, AkteurVon, Geschaeftsfuehrung).Planen();
        new Priorisierungsplan(_db, _plan, _jetzt, Geschaeftsfuehrung).Planen();
        AnfragenPlanen();
        MeldungPlanen();
        await _plan.AusfuehrenAsync(_db, cancel);
        _db.ChangeTracker.Clear();
    }

    private void StammdatenAnlegen()
    {
        var kommune = _db.Kommune.SingleOrDefault() ?? _db.Add(new Kommune()).Entity;
        kommune.Name = "Hansestadt Musterstadt";
        kommune.Kontakt = "Hansestadt Musterstadt, Strategische Sozialplanung, Speicherstraße 12, 00000 Musterstadt, Telefon 040 66969-100";
        kommune.Einreichungsfrist = Ortszeit.Datum(_jetzt).AddDays(70);
        if (!_db.Vorschlagsformular.Any()) _db.Add(_formular);
        foreach (var zeile in Quellen.Tabelle("Handlungsfelder.csv"))
            _db.Add(_handlungsfelder[zeile["Kennung"]] = new Handlungsfeld(zeile["Name"], zeile["Beschreibung"], zeile["Fachausschuss"], _handlungsfelder.Count + 1));
        foreach (var zeile in Quellen.Tabelle("Sozialraeume.csv"))
            _db.Add(_sozialraeume[zeile["Kennung"]] = new Sozialraum(zeile["Name"], zeile["Ebene"],
                zeile["Uebergeordnet"] is { Length: > 0 } oben ? _sozialraeume[oben] : null, _sozialraeume.Count + 1, zeile["Kennung"]));
        foreach (var (seite, markdown) in Quellen.Ordner("Texte"))
        {
            var text = _db.Seitentexte.Find(seite) ?? _db.Add(new Seitentext(seite, "", "", "")).Entity;
            text.Schreiben(Seitentitel(seite), markdown, MarkdownRenderer.ToHtml(markdown, topHeading: 2), s_einrichtung);
        }
    }

    // Noch gibt es niemanden, der die Geschäfte führt.
    private static readonly Akteur s_einrichtung = new(0, "Portal", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());

    private static string Seitentitel(string seite) => seite switch
    {
        "startseite" => "Sozialplanung in Musterstadt",
        "impressum" => "Impressum",
        "datenschutz" => "Datenschutz",
        "barrierefreiheit" => "Erklärung zur Barrierefreiheit",
        _ => throw new ArgumentOutOfRangeException(nameof(seite), seite, "Diese Seite hat keinen Titel."),
    };

    private void PersonenAnlegen()
    {
        var abdruck = new VorfuehrKennwort().HashPassword(new Konto(), Kennwort);
        foreach (var zeile in Quellen.Tabelle("Personen.csv"))
        {
            var email = zeile["E-Mail"];
            var person = new Person(zeile["Vorname"], zeile["Nachname"], email, zeile["Organisation"]);
            person.RollenMitbringen(Liste(zeile["Rollen"]).Select(Enum.Parse<Rolle>), null, _plan.Vor(600));
            _personen[email] = person;
            _db.Add(Konto.Eingerichtet(person, abdruck));
        }
    }

    private void FachgruppePlanen(Dictionary<string, string> zeile)
    {
        var kennung = zeile["Kennung"];
        var zustand = Enum.GetValues<Fachgruppenzustand>().Single(z => z.Anzeige() == zeile["Zustand"]);
        var beginn = zustand == Fachgruppenzustand.InGruendung ? 96 : 640 - _gruppen.Count * 3;
        var abstand = zustand == Fachgruppenzustand.InGruendung ? 25 : 12;
        _gruppen[kennung] = null!;
        _plan.Am(_plan.Vor(beginn), wann =>
        {
            var gruppe = new Fachgruppe(zeile["Name"], Enum.Parse<Weg>(zeile["Arbeitsform"]), Geschaeftsfuehrung(), wann, Ortszeit.Datum(wann), "Anregung aus der Sozialplanungskonferenz");
            gruppe.Beschreiben(zeile["Name"], _handlungsfelder.GetValueOrDefault(zeile["Handlungsfeld"])?.Id, zeile["Querschnittsthema"], zeile["Auftrag"], zeile["Turnus"]);
            _db.Add(_gruppen[kennung] = gruppe);
        });
        WeiterfuehrenPlanen(kennung, Fachgruppenzustand.Beraten, beginn - abstand, "Die Konferenz hat den Auftrag beraten und befürwortet.");
        WeiterfuehrenPlanen(kennung, Fachgruppenzustand.InGruendung, beginn - 2 * abstand, "Die Geschäftsführung lädt zur Gründung ein.");
        MitgliederPlanen(kennung, beginn - 2 * abstand - 2);
        if (zustand == Fachgruppenzustand.InGruendung) return;
        WeiterfuehrenPlanen(kennung, Fachgruppenzustand.Aktiv, beginn - 3 * abstand, "Die Gruppe hat sich gegründet und ihren Sprecher oder ihre Sprecherin gewählt.");
        if (zustand == Fachgruppenzustand.Ruhend)
            WeiterfuehrenPlanen(kennung, Fachgruppenzustand.Ruhend, 81, "Die Gruppe wartet auf den neuen Teilhabeplan.");
    }

    private void WeiterfuehrenPlanen(string gruppe, Fachgruppenzustand ziel, double vorTagen, string grund) =>
        _plan.Am(_plan.Vor(vorTagen), wann => _gruppen[gruppe].Weiterfuehren(ziel, Geschaeftsfuehrung(), wann, Ortszeit.Datum(wann), grund));

    private void MitgliederPlanen(string gruppe, double vorTagen)
    {
        var mitglieder = Quellen.Tabelle("Personen.csv")
            .SelectMany(z => Liste(z["Fachgruppen"]).Select(g => (Person: _personen[z["E-Mail"]], Gruppe: g.TrimStart('*'), Spricht: g.StartsWith('*'))))
            .Where(m => m.Gruppe == gruppe).OrderByDescending(m => m.Spricht);
        Person? sprecherin = null;
        foreach (var m in mitglieder)
        {
            var von = m.Spricht ? _personen.Values.First(p => p.Rollen.Contains(Rolle.Geschaeftsfuehrung)) : sprecherin!;
            sprecherin ??= m.Person;
            _plan.Am(_plan.Vor(vorTagen), wann => _gruppen[gruppe].Aufnehmen(m.Person, m.Spricht ? Mitgliedsrolle.Sprecher : Mitgliedsrolle.Mitglied, von.Id, wann));
            vorTagen -= 0.5;
        }
    }

    private void AnfragenPlanen()
    {
        const string gruppe = "gut-aelter-werden";
        const string sprecherin = "sprecherin@musterstadt.example";
        Beitrittsanfrage? angenommen = null, abgelehnt = null;
        _plan.Am(_plan.Vor(75), wann => abgelehnt = Anfragen(gruppe, "Rüdiger", "Albers", "ruediger.albers@musterstadt.example", "Ich vertrete einen Anbieter von Hausnotrufgeräten und möchte diese in der Gruppe vorstellen.", wann));
        _plan.Am(_plan.Vor(72), wann => abgelehnt!.Ablehnen("Die Gruppe arbeitet unabhängig von Anbietern. Wir laden Sie gern einmal als Gast ein, wenn es um Technik geht.", AkteurVon(sprecherin), wann));
        _plan.Am(_plan.Vor(70), wann => angenommen = Anfragen("pflege-zu-hause", "Sönke", "Matthiesen", "soenke.matthiesen@musterstadt.example", "Unsere Selbsthilfegruppe möchte mitarbeiten.", wann));
        _plan.Am(_plan.Vor(69), wann => angenommen!.Annehmen(AkteurVon("gesine.harmsen@musterstadt.example"), wann));
        _plan.Am(_plan.Vor(6), wann => Anfragen(gruppe, "Hannelore", "Brüggemann", "hannelore.brueggemann@musterstadt.example", "Ich bin 71 Jahre alt, wohne seit vierzig Jahren in Moorwiese und habe jetzt Zeit. Ich kenne viele, die nicht mehr aus dem Haus kommen.", wann));
        _plan.Am(_plan.Vor(2), wann => Anfragen(gruppe, "Mehmet", "Aydın", "mehmet.aydin@musterstadt.example", "Als Busfahrer sehe ich jeden Tag, wo älteren Menschen eine Bank oder ein Unterstand fehlt.", wann));
        _plan.Am(_plan.Vor(4), wann => _db.Add(_gruppen[gruppe].Einladen("heike.paulsen@musterstadt.example", "Heike", "Paulsen", Mitgliedsrolle.Mitglied, AkteurVon(sprecherin), wann).Einladung));
        _plan.Am(_plan.Vor(3), wann => _db.Add(Einladung.InsPortal("lars.petersen@musterstadt.example", "Lars", "Petersen", "Bürgerschaft, Fraktion Neue Mitte", [Rolle.Konferenzmitglied], Geschaeftsfuehrung(), wann).Einladung));
    }

    private void MeldungPlanen() =>
        _plan.Am(_plan.Vor(5), wann => _db.Add(new Barrieremeldung("Liste der Vorschläge", "Auf meinem Telefon ist die Schrift in der Liste sehr klein. Wenn ich sie größer stelle, muss ich zur Seite schieben.", "Ursel Hinrichs", "ursel.hinrichs@musterstadt.example", wann)));

    private Beitrittsanfrage Anfragen(string gruppe, string vorname, string nachname, string email, string nachricht, DateTime wann) =>
        _db.Add(new Beitrittsanfrage(_gruppen[gruppe], vorname, nachname, email, nachricht, wann)).Entity;

    private void VorschlagPlanen(Vorschlagsvorlage vorlage) =>
        new Vorschlagsplan(_db, _plan, vorlage, _formular, () => _gruppen[vorlage.Fachgruppe], _handlungsfelder, _sozialraeume, AkteurVon, Geschaeftsfuehrung).Planen();

    private Akteur Geschaeftsfuehrung() => AkteurVon(_personen.Values.First(p => p.Rollen.Contains(Rolle.Geschaeftsfuehrung)).Email);

    private Akteur AkteurVon(string email)
    {
        var person = _personen[email];
        var gruppen = _gruppen.Values.Where(g => g is not null).SelectMany(g => g.Mitgliedschaften).Where(m => m.PersonId == person.Id && m.IstAktuell);
        return new(person.Id, person.Name, person.Rollen, gruppen.ToDictionary(m => m.Fachgruppe.Id, m => m.Rolle));
    }

    private static string[] Liste(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

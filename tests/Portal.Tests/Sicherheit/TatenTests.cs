using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Tests.Support;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Sicherheit;

/// <summary>
/// Rolle × Tat: führt Regelwerk/Taten.md aus. Mit PORTAL_SCHREIBE_TATEN=1 entsteht neben den Prüfungen die Datei <c>Taten.ist.md</c> mit dem,
/// was das Portal wirklich antwortet: eine Vorlage zum Durchsehen, nie zum ungelesenen Übernehmen.
/// </summary>
public sealed class TatenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] s_rollen =
        ["", Gemeinde.Mitglied, Gemeinde.FremdesMitglied, Gemeinde.Sprecherin, Gemeinde.Konferenzmitglied, Gemeinde.Datenverantwortliche, Gemeinde.Geschaeftsfuehrung, Gemeinde.Administration];

    // Ein falsches Kennwort zählt als Fehlversuch am Konto, auch wenn die Tat abgelehnt wird.
    private static readonly HashSet<string> s_zaehltFehlversuche = ["POST /konto/zweiter-faktor/ausschaltung"];

    [Fact]
    public void Jede_Tat_steht_in_der_Tabelle()
    {
        var tabelle = Regeltabelle.Lesen("Taten.md").Select(z => z["Tat"]).ToHashSet(StringComparer.Ordinal);
        var taten = Routen.Taten(portal).Select(t => t.ToString()).ToList();

        Assert.NotEmpty(taten);
        Befund.Leer(taten.Except(tabelle).Select(t => "fehlt: " + t).Concat(tabelle.Except(taten).Select(t => "gibt es nicht: " + t)));
    }

    [Fact]
    public async Task Jede_Rolle_bekommt_bei_jeder_Tat_die_vereinbarte_Antwort()
    {
        var zeilen = Regeltabelle.Lesen("Taten.md");
        var schreiben = Environment.GetEnvironmentVariable("PORTAL_SCHREIBE_TATEN") == "1";
        if (schreiben)
            zeilen = [.. zeilen.Where(z => Routen.Taten(portal).Any(t => t.ToString() == z["Tat"])), .. Routen.Taten(portal).Select(t => t.ToString()).Except(zeilen.Select(z => z["Tat"])).Select(t => new Dictionary<string, string> { ["Tat"] = t, ["Gegenstand"] = "", ["Eingabe"] = "" })];
        var ist = new StringBuilder();
        var abweichungen = new List<string>();
        var anfang = await portal.StandAsync();
        foreach (var zeile in zeilen)
        {
            var antworten = new List<string>();
            foreach (var (rolle, nummer) in s_rollen.Select((r, i) => (r, i)))
            {
                var soll = zeile.GetValueOrDefault(Regeltabelle.Spalten("Taten.md")[nummer + 3], "");
                var (antwort, seite) = await VersuchenAsync(rolle, zeile);
                var danach = await portal.StandAsync();
                var geaendert = anfang.Unterschiede(danach);
                if (antwort != "ja" && geaendert.Count > 0 && !s_zaehltFehlversuche.Contains(zeile["Tat"])) abweichungen.Add($"{zeile["Tat"]} als {Name(rolle)}: {antwort}, aber geändert wurde {string.Join(", ", geaendert)}");
                if (antwort != soll) abweichungen.Add($"{zeile["Tat"]} [{zeile["Gegenstand"]}] als {Name(rolle)}: erwartet {soll}, war {antwort} ({(int)seite.Status}: {seite.Ueberschrift} {seite.Meldungen})");
                antworten.Add(antwort);
                if (geaendert.Count > 0) await portal.ZuruecksetzenAsync();
            }
            ist.AppendLine($"| {zeile["Tat"]} | {zeile["Gegenstand"]} | {zeile["Eingabe"]} | {string.Join(" | ", antworten)} |");
        }
        if (schreiben) await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Taten.ist.md"), ist + "\n" + string.Join("\n", abweichungen));
        Assert.True(abweichungen.Count == 0, string.Join("\n", abweichungen));
    }

    private async Task<(string Antwort, Seite Seite)> VersuchenAsync(string rolle, Dictionary<string, string> zeile)
    {
        using var client = await Rundgang.AlsAsync(portal, rolle);
        var methode = zeile["Tat"].Split(' ')[0];
        if (zeile["Eingabe"].StartsWith('{'))
        {
            var json = zeile["Eingabe"].Replace("\"?\"", await SchreibversionAsync(zeile), StringComparison.Ordinal);
            var antwort = await client.SendenJson(await Routen.AdresseAsync(portal, zeile["Tat"].Split(' ')[1], zeile["Gegenstand"]), json, methode);
            return (Deuten(antwort), antwort);
        }
        var felder = zeile["Eingabe"].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => f[0].Trim(), f => f[1].Trim());
        var adresse = await Routen.AdresseAsync(portal, zeile["Tat"].Split(' ')[1], zeile["Gegenstand"]);
        if (felder.TryGetValue("Version", out var version) && version == "?") felder["Version"] = await VersionAsync(zeile["Gegenstand"]);
        if (felder.GetValueOrDefault("Form.Version") == "?") felder["Form.Version"] = await VersionAsync(zeile["Gegenstand"]);
        if (felder.GetValueOrDefault("Person") == "?") felder["Person"] = await portal.Db(db => db.Personen.Where(p => p.EmailNormal == Person.Normal(Gemeinde.ZweitesMitglied)).Select(p => p.Kennung).SingleAsync());
        if (felder.GetValueOrDefault("Person") == "Stellvertretung") felder["Person"] = await portal.Db(db => db.Sitzbesetzungen.Where(b => b.Sitz.Kennung == Gemeinde.VertretbarerSitz && b.Stellung == Sitzstellung.Stellvertretung).Select(b => b.Person.Kennung).SingleAsync());
        // Was jemand verglichen hat, der es bestätigt.
        if (felder.GetValueOrDefault("Abgabe") == "?") felder["Abgabe"] = await portal.Db(db => db.Papierabgaben.Where(p => p.Abstimmung.Antrag.StartsWith(zeile["Gegenstand"])).Select(p => p.Kennung).SingleOrDefaultAsync()) ?? "keine";
        foreach (var (name, _) in felder.Where(f => f.Value == "heute").ToList()) felder[name] = Ortszeit.Datum(portal.Uhr.Jetzt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var seite = await client.Senden(adresse, felder, methode: methode);
        return (Deuten(seite), seite);
    }

    // „Version=?“ steht für die Version, die das Formular gerade zeigt.
    private async Task<string> VersionAsync(string gegenstand) =>
        (await portal.Db(db => db.Fachgruppen.Where(g => g.Kennung == gegenstand).Select(g => g.Version)
            .Concat(db.Geschaeftsordnungen.Where(g => g.Kennung == gegenstand).Select(g => g.Version))
            .Concat(db.Abstimmungen.Where(a => a.Antrag.StartsWith(gegenstand)).Select(a => a.Version)).SingleAsync())).ToString(CultureInfo.InvariantCulture);

    // Ebenso „"?"“ in dem, was die Schreibseite von selbst speichert: die Version des Feldes oder der ersten Matrixzeile.
    private async Task<string> SchreibversionAsync(Dictionary<string, string> zeile) => (await portal.Db(db =>
    {
        var vorschlag = db.Vorschlaege.Where(v => v.Titel.StartsWith(zeile["Gegenstand"]));
        return zeile["Tat"].Contains("/felder/", StringComparison.Ordinal)
            ? vorschlag.SelectMany(v => v.Felder).Where(f => f.Feld == Vorschlagsfeld.Bedarf).Select(f => f.Version).SingleAsync()
            : vorschlag.SelectMany(v => v.Zeilen).OrderBy(z => z.Id).Select(z => z.Version).FirstAsync();
    })).ToString(CultureInfo.InvariantCulture);

    private static string Deuten(Seite seite) => seite.Status switch
    {
        HttpStatusCode.NotFound => "404",
        HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity => "nein",
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther when seite.Antwort.Headers.Location!.OriginalString.Contains("/anmeldung", StringComparison.Ordinal) => "anmelden",
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther when seite.Antwort.Headers.Location!.OriginalString.Contains("/fehler/403", StringComparison.Ordinal) => "nein",
        < HttpStatusCode.BadRequest => "ja",
        _ => ((int)seite.Status).ToString(CultureInfo.InvariantCulture),
    };

    private static string Name(string rolle) => rolle.Length == 0 ? "Öffentlichkeit" : rolle.Split('@')[0];
}

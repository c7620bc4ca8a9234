using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Tests.Support;

/// <summary>Eine Adresse des Portals mit Platzhaltern, z. B. <c>POST /vorschlaege/{kennung}/einreichung</c>.</summary>
public sealed record Route(string Methode, string Vorlage, ControllerActionDescriptor? Tat, RouteEndpoint Endpunkt)
{
    public override string ToString() => $"{Methode} {Vorlage}";
}

/// <summary>
/// Alle Adressen des Portals, wie das Programm selbst sie kennt, und Beispiele für ihre Platzhalter.
/// Eine neue Adresse ist damit von selbst in jeder Prüfung; nur ein neuer Platzhalter braucht hier eine Zeile.
/// </summary>
public static partial class Routen
{
    private const string Unbekannt = "gibtesnicht";

    public static IReadOnlyList<Route> Alle(PortalFactory portal) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(e =>
            (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(m =>
                new Route(m, "/" + Zwang().Replace(e.RoutePattern.RawText!.TrimStart('/'), "{$1}"), e.Metadata.GetMetadata<ControllerActionDescriptor>(), e)))
            .DistinctBy(r => r.ToString()).OrderBy(r => r.Vorlage, StringComparer.Ordinal),
    ];

    public static IEnumerable<Route> Gelesene(PortalFactory portal) => Alle(portal).Where(r => r.Methode == "GET");

    public static IEnumerable<Route> Taten(PortalFactory portal) =>
        Alle(portal).Where(r => r.Methode is not ("GET" or "HEAD" or "OPTIONS") && !r.Vorlage.StartsWith("/fehler/", StringComparison.Ordinal));

    /// <summary>Die Adresse mit Beispielen an der Stelle der Platzhalter.</summary>
    /// <param name="gegenstand">Titel eines Vorschlags oder Kennung einer Gruppe für <c>{kennung}</c>; leer: ein übliches Beispiel.</param>
    public static async Task<string> AdresseAsync(PortalFactory portal, string vorlage, string gegenstand = "") => await portal.Db(async db =>
    {
        var adresse = vorlage;
        var bereich = vorlage.Split('/')[1].Split('.')[0];
        foreach (Match platz in Platz().Matches(vorlage))
            adresse = adresse.Replace(platz.Value, Uri.EscapeDataString(await BeispielAsync(db, bereich, platz.Groups[1].Value, vorlage, gegenstand)), StringComparison.Ordinal);
        return adresse;
    });

    private static async Task<string> BeispielAsync(PortalDb db, string bereich, string platz, string vorlage, string gegenstand)
    {
        var gruppe = bereich == "fachgruppen" && gegenstand.Length > 0 ? gegenstand : Gemeinde.GutAelterWerden;
        var titel = bereich == "vorschlaege" && gegenstand.Length > 0 ? gegenstand : Gemeinde.BesuchZum75;
        return (bereich, platz) switch
        {
            ("vorschlaege", "kennung") => await db.Vorschlaege.Where(v => v.Titel.StartsWith(titel)).Select(v => v.Kennung).SingleAsync(),
            ("vorschlaege", "feld") => "Bedarf",
            ("vorschlaege", "zeile") => await db.Vorschlaege.Where(v => v.Titel.StartsWith(titel)).SelectMany(v => v.Zeilen).OrderBy(z => z.Id).Select(z => z.Kennung).FirstAsync(),
            ("vorschlaege", "nummer" or "fassung" or "alt" or "von") => "1",
            ("vorschlaege", "neu" or "bis") => "2",
            ("vorschlaege", "kommentar" or "beitrag") or ("beitraege", "beitrag") => await db.Kommentare.Where(k => k.Vorschlag.Titel.StartsWith(titel)).OrderBy(k => k.Id).Select(k => k.Kennung).FirstOrDefaultAsync() ?? Unbekannt,
            ("fachgruppen", "kennung") => gruppe,
            ("fachgruppen", "person") => await db.Mitgliedschaften.Where(m => m.Fachgruppe.Kennung == gruppe && m.Rolle == Mitgliedsrolle.Mitglied).OrderBy(m => m.Id).Select(m => m.Person.Kennung).FirstAsync(),
            ("fachgruppen", "nummer") when vorlage.Contains("/einladungen/", StringComparison.Ordinal) =>
                await db.Einladungen.Where(e => db.Fachgruppen.Any(g => g.Id == e.FachgruppeId && g.Kennung == gruppe)).OrderBy(e => e.Id).Select(e => e.Kennung).FirstAsync(),
            ("fachgruppen", "nummer") => await db.Beitrittsanfragen.Where(a => a.Fachgruppe.Kennung == gruppe && a.EntschiedenAm == null).OrderBy(a => a.Id).Select(a => a.Kennung).FirstAsync(),
            ("sondervoten", "kennung") => await db.Sondervoten.Where(s => s.Abstimmung.Antrag.StartsWith(gegenstand.Length > 0 ? gegenstand : Gemeinde.AbstimmungMitOffenemSondervotum)).Select(s => s.Kennung).SingleAsync(),
            ("buendelungen", "kennung") => await db.Buendelungen.OrderBy(b => b.Id).Select(b => b.Kennung).FirstOrDefaultAsync() ?? Unbekannt,
            ("verwaltung", "kennung" or "seite") => await VerwaltetesAsync(db, vorlage.Split('/')[2]),
            ("konferenz", "kennung") when vorlage.StartsWith("/konferenz/abstimmungen/", StringComparison.Ordinal) =>
                await db.Abstimmungen.Where(a => a.Antrag.StartsWith(gegenstand.Length > 0 ? gegenstand : Gemeinde.OffeneAbstimmung)).Select(a => a.Kennung).SingleAsync(),
            ("konferenz", "sitz") => vorlage.EndsWith("/uebergabe", StringComparison.Ordinal) ? Gemeinde.VertretbarerSitz : vorlage.EndsWith("/ruecknahme", StringComparison.Ordinal) ? Gemeinde.VertretenerSitz
                : vorlage.EndsWith("/aufhebung", StringComparison.Ordinal) ? Gemeinde.BefangenerSitz : Gemeinde.BesetzterSitz,
            ("konferenz", "kennung") when vorlage.StartsWith("/konferenz/geschaeftsordnung/", StringComparison.Ordinal) => gegenstand.Length > 0 ? gegenstand : Gemeinde.Geschaeftsordnungsentwurf,
            ("konferenz", "kennung") => gegenstand.Length > 0 ? gegenstand : Gemeinde.BesetzterSitz,
            ("konferenz", "besetzung") => await db.Sitzbesetzungen.Where(b => b.Sitz.Kennung == (gegenstand.Length > 0 ? gegenstand : Gemeinde.BesetzterSitz) && b.Bis == null)
                .OrderBy(b => b.Stellung).Select(b => b.Kennung).FirstAsync(),
            ("priorisierungen", "kennung") => await db.Priorisierungsrunden.Where(r => r.Titel.StartsWith(gegenstand.Length > 0 ? gegenstand : Gemeinde.OffeneRunde)).Select(r => r.Kennung).SingleAsync(),
            ("priorisierungen", "sitz") when vorlage.Contains("/papier/", StringComparison.Ordinal) => "verwaltung-2",
            ("priorisierungen", "sitz") => Gemeinde.BesetzterSitz,
            ("priorisierungen", "vorschlag") => await db.Rundenvorschlaege.Where(v => db.Priorisierungsrunden.Any(r => r.Id == v.RundeId && r.Titel.StartsWith(gegenstand.Length > 0 ? gegenstand : Gemeinde.OffeneRunde)))
                .OrderBy(v => v.Reihenfolge).Select(v => v.Vorschlag.Kennung).FirstAsync(),
            (_, "geheimnis") => "0123456789abcdef0123456789abcdef0123456789abcdef",
            (_, "code") => "404",
            (_, "key") => await db.OutgoingMails.OrderBy(m => m.Id).Select(m => m.Key).FirstOrDefaultAsync() ?? Unbekannt,
            (_, "seite") => "impressum",
            (_, "passkey") => Unbekannt,
            _ => throw new InvalidOperationException($"Für den Platzhalter „{platz}“ in {vorlage} gibt es noch kein Beispiel. Bitte in Support/Routen.cs ergänzen."),
        };
    }

    private static async Task<string> VerwaltetesAsync(PortalDb db, string bereich) => bereich switch
    {
        "personen" => await db.Personen.Where(p => p.EmailNormal == Person.Normal(Gemeinde.ZweitesMitglied)).Select(p => p.Kennung).SingleAsync(),
        "einladungen" => await db.Einladungen.Where(e => e.FachgruppeId == null).OrderBy(e => e.Id).Select(e => e.Kennung).FirstAsync(),
        "handlungsfelder" => "alter",
        "sozialraeume" => "moorwiese",
        "texte" => "impressum",
        "barrieren" => await db.Barrieremeldungen.OrderBy(m => m.Id).Select(m => m.Kennung).FirstAsync(),
        _ => Unbekannt,
    };


    [GeneratedRegex(@"\{\*?([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Zwang();

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Platz();
}

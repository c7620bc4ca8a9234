using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Der Überblick über alles, was diese Person verwalten darf.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class VerwaltungController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private static readonly Verwaltungspunkt[] s_punkte =
    [
        new("Menschen", "Personen und Rollen", "/verwaltung/personen", "Wer mitwirkt, mit welcher Rolle; einladen, sperren, aus einer Liste übernehmen.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Menschen", "Gemeldete Barrieren", "/verwaltung/barrieren", "Was Menschen an der Nutzung hindert, und was Sie ihnen geantwortet haben.", FuerGeschaeftsfuehrung: true, FuerAdministration: false),
        new("Inhalte", "Handlungsfelder", "/verwaltung/handlungsfelder", "Womit sich die Sozialplanung befasst: hinzufügen, ordnen, stilllegen.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Inhalte", "Sozialräume", "/verwaltung/sozialraeume", "Stadtteile und Bezirke als Baum; auch aus einer CSV-Datei.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Inhalte", "Formular der Vorschläge", "/verwaltung/formular", "Pflichtangaben und Aufbau der Zielfeldermatrix.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Inhalte", "Einreichungsfrist", "/verwaltung/einreichungsfrist", "Bis wann Vorschläge eingereicht werden können.", FuerGeschaeftsfuehrung: true, FuerAdministration: false),
        new("Auftritt", "Gemeinde", "/verwaltung/gemeinde", "Name, Logo, Akzentfarbe und Kontakt.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Auftritt", "Texte der Seiten", "/verwaltung/texte", "Startseite, Impressum, Datenschutz, Erklärung zur Barrierefreiheit.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Betrieb", "Postausgang", "/verwaltung/postausgang", "Welche E-Mails gesendet sind, warten oder nicht ankommen.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
        new("Betrieb", "Verlauf", "/verlauf", "Wer hat was wann getan.", FuerGeschaeftsfuehrung: true, FuerAdministration: true),
    ];

    [HttpGet("/verwaltung")]
    public IActionResult Ueberblick() => View("Verwaltung", s_punkte.Where(p => (p.FuerGeschaeftsfuehrung && Wer.IstGeschaeftsfuehrung) || (p.FuerAdministration && Wer.IstAdministration)).ToList());
}

public sealed record Verwaltungspunkt(string Gruppe, string Name, string Adresse, string Beschreibung, bool FuerGeschaeftsfuehrung, bool FuerAdministration);

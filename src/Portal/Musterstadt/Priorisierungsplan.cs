using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>Drei Runden der Mustergemeinde: eine geschlossene und beschlossene, eine geschlossene, über die noch nicht abgestimmt ist, und eine offene mit abgegebenen, begonnenen und einem Bogen auf Papier.</summary>
internal sealed class Priorisierungsplan(PortalDb db, Zeitplan plan, DateTime jetzt, Func<Akteur> geschaeftsfuehrung)
{
    private static readonly string[] s_abgeschlossen = ["Nachbarschaftshilfe gewinnen, schulen und begleiten", "Stromsperren bei Familien mit Kindern vermeiden", "Probewohnen in der eigenen Wohnung"];
    private static readonly string[] s_ausgewertet = ["Ein Frühstück für jedes Kind in sechs Grundschulen", "Eine Telefonkette gegen Einsamkeit"];
    private static readonly string[] s_laufend = ["Bildung und Teilhabe ohne Umwege", "Schuldnerberatung kommt ins Familienzentrum", Buendelungsplan.Titel];

    public void Planen()
    {
        RundePlanen("Priorisierung Sommer", s_abgeschlossen, eroeffnetVor: 132, schlussIn: 21);
        var tag = 130.0;
        foreach (var (sitz, punkte) in (IEnumerable<(string, string[])>)[
            ("politik-1", ["33223", "44343", "22232"]), ("politik-3", ["21312", "34333", "33321"]), ("verwaltung-1", ["32232", "43433", "12223"]), ("verwaltung-2", ["33-23", "33343", "22-32"]),
            ("fachplanung-1", ["", "34433", "23332"]), ("fachplanung-2", ["43323", "33234", "44322"]), ("wissenschaft-und-praxis-1", ["42233", "43443", "33332"])])
            BogenPlanen("Priorisierung Sommer", s_abgeschlossen, sitz, punkte, tag -= 2.2, abgeben: true);

        RundePlanen("Priorisierung Herbst", s_ausgewertet, eroeffnetVor: 64, schlussIn: 21);
        tag = 62.0;
        foreach (var (sitz, punkte) in (IEnumerable<(string, string[])>)[
            ("politik-1", ["44333", "12332"]), ("politik-3", ["13132", "33443"]), ("verwaltung-1", ["32123", "23432"]), ("fachplanung-1", ["43343", "22333"]),
            ("fachplanung-2", ["42334", "33-32"]), ("wissenschaft-und-praxis-1", ["33243", "24333"])])
            BogenPlanen("Priorisierung Herbst", s_ausgewertet, sitz, punkte, tag -= 2.5, abgeben: true);

        RundePlanen("Priorisierung Winter", s_laufend, eroeffnetVor: 6, schlussIn: 20);
        BogenPlanen("Priorisierung Winter", s_laufend, "politik-3", ["33222", "32233", "23321"], 5, abgeben: true);
        BogenPlanen("Priorisierung Winter", s_laufend, "verwaltung-1", ["3-233", "23322", "32-32"], 4, abgeben: true);
        BogenPlanen("Priorisierung Winter", s_laufend, "fachplanung-1", ["32332", "", "33223"], 3, abgeben: true);
        BogenPlanen("Priorisierung Winter", s_laufend, "politik-1", ["3322 ", null!, null!], 2, abgeben: false);
        plan.Am(plan.Vor(1), PapierEintragenAsync);
        plan.Am(plan.Vor(1), NotierenAsync);
    }

    private void RundePlanen(string titel, string[] vorschlaege, double eroeffnetVor, int schlussIn)
    {
        var eroeffnet = plan.Vor(eroeffnetVor);
        var schluss = Ortszeit.Utc(Ortszeit.Datum(eroeffnet).AddDays(schlussIn), new TimeOnly(18, 0))!.Value;
        plan.Am(eroeffnet, wann => EroeffnenAsync(titel, vorschlaege, schluss, wann));
        if (schluss <= jetzt) plan.Am(schluss, wann => VollziehenAsync(titel, wann));
    }

    private async Task EroeffnenAsync(string titel, string[] vorschlaege, DateTime schluss, DateTime wann)
    {
        var (wer, heute) = (geschaeftsfuehrung(), Ortszeit.Datum(wann));
        var runde = db.Add(new Priorisierungsrunde(await db.NaechsteKennungAsync("Priorisierungsrunde", heute.Year), titel, null, wer, wann)).Entity;
        var (ordnung, sitze) = await db.KonferenzAmAsync(heute);
        var einzelne = await db.Vorschlaege.Where(v => vorschlaege.Contains(v.Titel)).ToListAsync();
        var buendelungen = await db.Buendelungen.MitTeilen().Where(b => vorschlaege.Contains(b.Titel)).ToListAsync();
        var gewaehlt = einzelne.Select(v => new Rundenposten(v)).Concat(buendelungen.Select(Rundenposten.Von)).OrderBy(p => Array.IndexOf(vorschlaege, p.Buendelung?.Titel ?? p.Vorschlag.Titel)).ToList();
        runde.Zuschneiden(titel, wann, schluss, [.. ordnung!.Inhalt.Kriterien.Select(k => k.Schluessel)], new(gewaehlt, []), ordnung, wer, wann);
        db.AddRange(runde.Eroeffnen(ordnung, sitze, [], await db.EingereichteFassungenAsync([.. gewaehlt.SelectMany(p => p.Vorschlaege.Select(v => v.Id))]), wer, wann));
    }

    private async Task VollziehenAsync(string titel, DateTime schluss)
    {
        var runde = await db.Priorisierungsrunden.SingleAsync(r => r.Titel == titel);
        runde.Vollziehen(await db.Bewertungsboegen.Where(b => b.RundeId == runde.Id).ToListAsync(), schluss);
        db.Add(Rundenergebnis.Feststellen(await db.RundendatenAsync(runde, schluss), schluss));
    }

    /// <param name="punkte">Je Vorschlag ein Zeichen je Kriterium; leer heißt befangen; fehlt er, ist er noch nicht bewertet.</param>
    private void BogenPlanen(string runde, string[] vorschlaege, string sitz, string[] punkte, double vorTagen, bool abgeben) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var bogen = await db.Bewertungsboegen.Include(b => b.Runde).ThenInclude(r => r.Vorschlaege).ThenInclude(v => v.Vorschlag).Include(b => b.Bewertungen).AsSplitQuery().SingleAsync(b => b.Runde.Titel == runde && b.Sitz == sitz);
        var zustaendig = await db.ZustaendigkeitAsync(bogen.Id, Ortszeit.Datum(wann));
        var wer = new Akteur(zustaendig.PersonId!.Value, zustaendig.Name, [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());
        foreach (var (titel, werte) in vorschlaege.Zip(punkte).Where(p => p.Second is not null))
            bogen.Bewerten(bogen.Runde.Vorschlaege.Single(v => v.Titel == titel), Antwort(bogen.Runde.Grundlage!, werte), 0, zustaendig, false, wer, wann);
        if (abgeben) bogen.Abgeben([.. bogen.Runde.Vorschlaege], zustaendig, false, wer, wann);
    });

    private static Bewertungsantwort Antwort(Rundengrundlage grundlage, string punkte) => punkte.Length == 0
        ? new(true, "Meine Dienststelle wäre für die Umsetzung zuständig.", "", new Dictionary<string, string>())
        : new(false, "", punkte, grundlage.Kriterien.Index().Where(k => punkte[k.Index] is '0' or '4').ToDictionary(k => k.Item.Schluessel, k => $"{k.Item.Name}: Das zeigen die Zahlen im Vorschlag deutlich."));

    private async Task PapierEintragenAsync(DateTime wann)
    {
        var bogen = await db.Bewertungsboegen.Include(b => b.Runde).ThenInclude(r => r.Vorschlaege).ThenInclude(v => v.Vorschlag).SingleAsync(b => b.Runde.Titel == "Priorisierung Winter" && b.Sitz == "verwaltung-2");
        var antworten = bogen.Runde.Vorschlaege.ToDictionary(v => v.Id, _ => Antwort(bogen.Runde.Grundlage!, "23322"));
        db.Add(new Papierbogen(bogen, antworten, [.. bogen.Runde.Vorschlaege], false, geschaeftsfuehrung(), wann));
        bogen.PapierVermerken(geschaeftsfuehrung(), wann);
    }

    private async Task NotierenAsync(DateTime wann)
    {
        var vorschlag = await db.Rundenvorschlaege.SingleAsync(v => v.Vorschlag.Titel == s_laufend[0]);
        var inhaberin = await db.Sitzbesetzungen.Where(b => b.Sitz.Kennung == "politik-1" && b.Bis == null).Select(b => b.PersonId).SingleAsync();
        var notiz = db.Add(new Bewertungsnotiz(vorschlag.Id, inhaberin)).Entity;
        notiz.Schreiben("In der Fraktion nachfragen, ob die Mittel im Haushalt stehen.", wann);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Abstimmungen.Papier;
using Portal.Priorisierungen.Ergebnis;
using Portal.Sondervoten;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>Worüber die Konferenz der Mustergemeinde abgestimmt hat: zweimal offen, darunter die Prioritätenliste, einmal geheim; zwei Abstimmungen laufen, in einer warten Stimmen auf Papier; eine ist vorbereitet.</summary>
internal sealed class Abstimmungsplan(PortalDb db, Zeitplan plan, Func<string, Akteur> akteur, Func<Akteur> geschaeftsfuehrung)
{
    public void Planen()
    {
        var sitzungen = Vorbereiten(180, "Die Konferenz tagt im kommenden Jahr viermal, jeweils mittwochs um 15 Uhr.",
            "Die Sitzungen finden abwechselnd im Rathaus und in einem der Stadtteilhäuser statt. Alle Orte sind ohne Stufen zu erreichen.", Abstimmungsart.Offen, null);
        Eroeffnen(176, sitzungen);
        Stimmen(172, sitzungen, ("konferenz", Stimme.Ja), ("henning.brodersen", Stimme.Ja), ("ulrich.gross", Stimme.Ja), ("wiebke.lorenzen", Stimme.Enthaltung), ("agnieszka.wisniewska", Stimme.Ja),
            ("malte.juergensen", Stimme.Ja), ("samira.el-khatib", Stimme.Ja), ("joachim.osswald", Stimme.Nein));
        Schliessen(168, sitzungen);

        var liste = Vorbereiten(110, "Die Konferenz beschließt die Prioritätenliste der Runde „Priorisierung Sommer“.",
            "Die Vorschläge gehen in dieser Reihenfolge in das Integrierte Sozialkonzept.", Abstimmungsart.Offen, null, "Priorisierung Sommer");
        Eroeffnen(106, liste);
        Stimmen(101, liste, ("konferenz", Stimme.Ja), ("henning.brodersen", Stimme.Ja), ("ulrich.gross", Stimme.Enthaltung), ("wiebke.lorenzen", Stimme.Ja), ("agnieszka.wisniewska", Stimme.Ja),
            ("malte.juergensen", Stimme.Ja), ("samira.el-khatib", Stimme.Nein), ("joachim.osswald", Stimme.Ja));
        Schliessen(97, liste);

        var wohnen = Vorbereiten(66, "Die Konferenz empfiehlt der Bürgerschaft, für den sozialen Wohnungsbau ein Vorkaufsrecht im Hafenviertel zu beschließen.",
            "Die Empfehlung geht mit der Begründung der Fachgruppe an den Ausschuss für Soziales.\n\n- Das Vorkaufsrecht gilt für zehn Jahre.\n- Über die Ausübung entscheidet der Hauptausschuss.", Abstimmungsart.Geheim, null);
        Eroeffnen(62, wohnen);
        Befangen(58, wohnen, "verwaltung-1", "Die Bereichsleitung verhandelt für die Stadt mit den Eigentümern.");
        Stimmen(54, wohnen, ("konferenz", Stimme.Ja), ("henning.brodersen", Stimme.Nein), ("wiebke.lorenzen", Stimme.Ja), ("agnieszka.wisniewska", Stimme.Ja), ("malte.juergensen", Stimme.Enthaltung),
            ("samira.el-khatib", Stimme.Ja), ("joachim.osswald", Stimme.Ja));
        Schliessen(50, wohnen);

        var haushalt = Vorbereiten(14, "Die Konferenz nimmt zum Haushaltsentwurf gemeinsam Stellung.",
            "Die Stellungnahme hebt hervor, welche der beschlossenen Handlungsempfehlungen noch keine Mittel haben. Sie geht an alle Fraktionen.", Abstimmungsart.Geheim, 12);
        Eroeffnen(10, haushalt);
        Befangen(7, haushalt, "verwaltung-2", "Das Gesundheitsamt verhandelt seinen eigenen Haushalt.");
        Uebergeben(4, haushalt, "fachplanung-2", "amir.rahimi", "im Urlaub");
        Stimmen(1, haushalt, ("ulrich.gross", Stimme.Ja), ("samira.el-khatib", Stimme.Ja));

        var stromsperren = Vorbereiten(34, "Die Konferenz empfiehlt, Stromsperren bei Familien mit Kindern zu vermeiden.", "", Abstimmungsart.Offen, null, vorschlag: "Stromsperren bei Familien mit Kindern vermeiden");
        Eroeffnen(33, stromsperren);
        Stimmen(32, stromsperren, ("konferenz", Stimme.Ja), ("henning.brodersen", Stimme.Nein), ("ulrich.gross", Stimme.Enthaltung), ("wiebke.lorenzen", Stimme.Ja), ("agnieszka.wisniewska", Stimme.Ja),
            ("malte.juergensen", Stimme.Ja), ("samira.el-khatib", Stimme.Ja), ("joachim.osswald", Stimme.Ja));
        Schliessen(31, stromsperren);
        SondervotumAbgeben(29, stromsperren, "henning.brodersen", "Auch wir wollen, dass in keiner Wohnung mit Kindern der Strom abgestellt wird. Der **Notfallfonds** der Stadt zahlt aber nur, was die Stadtwerke sonst selbst stunden müssten.\n\n- Zuerst sollen die Stadtwerke Raten anbieten.\n- Der Fonds hilft nur, wenn das nicht reicht.", "ulrich.gross");

        var nachbarn = Vorbereiten(16, "Die Konferenz empfiehlt, die Nachbarschaftshilfe dauerhaft zu fördern.", "", Abstimmungsart.Offen, null, vorschlag: "Nachbarschaftshilfe gewinnen, schulen und begleiten");
        Eroeffnen(12, nachbarn);
        Stimmen(9, nachbarn, ("konferenz", Stimme.Enthaltung), ("henning.brodersen", Stimme.Ja), ("ulrich.gross", Stimme.Ja), ("wiebke.lorenzen", Stimme.Ja), ("agnieszka.wisniewska", Stimme.Ja),
            ("malte.juergensen", Stimme.Ja), ("samira.el-khatib", Stimme.Nein), ("annegret.jaeger", Stimme.Ja));
        Schliessen(7, nachbarn);
        SondervotumAbgeben(5, nachbarn, "samira.el-khatib", "Ehrenamt darf nicht ersetzen, was die Pflegeversicherung bezahlen muss. Wir vermissen eine Grenze, ab der ein Pflegedienst kommt.");

        var ort = Vorbereiten(9, "Die Konferenz verlegt ihre Dezembersitzung in das Stadtteilhaus Süderfeld.", "Das Rathaus ist im Dezember wegen des Umbaus nur über Stufen zu erreichen.", Abstimmungsart.Offen, 12);
        Eroeffnen(8, ort);
        Stimmen(6, ort, ("konferenz", Stimme.Ja), ("agnieszka.wisniewska", Stimme.Ja), ("samira.el-khatib", Stimme.Enthaltung));
        AufPapier(1.5, ort, ("politik-3", Stimme.Nein), ("verwaltung-2", Stimme.Ja));

        Vorbereiten(2, "Die Konferenz befürwortet eine Fachgruppe „Junge Menschen ohne Ausbildung“.", "", Abstimmungsart.Offen, 30);
    }

    private Func<Abstimmung> Vorbereiten(double vorTagen, string antrag, string wortlaut, Abstimmungsart art, int? fristInTagen, string? runde = null, string? vorschlag = null)
    {
        Abstimmung abstimmung = null!;
        plan.Am(plan.Vor(vorTagen), async wann => abstimmung = db.Add(new Abstimmung(await db.NaechsteKennungAsync("Abstimmung", Ortszeit.Datum(wann).Year),
            new(antrag, wortlaut, art, fristInTagen is { } tage ? Ortszeit.Datum(plan.Vor(0)).AddDays(tage) : null,
                await db.Vorschlaege.SingleOrDefaultAsync(v => v.Titel == vorschlag), await db.Priorisierungsrunden.SingleOrDefaultAsync(r => r.Titel == runde)), geschaeftsfuehrung(), wann)).Entity);
        return () => abstimmung;
    }

    private void Eroeffnen(double vorTagen, Func<Abstimmung> abstimmung) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var heute = Ortszeit.Datum(wann);
        var ordnung = await db.Geschaeftsordnungen.InKraftAm(heute).FirstOrDefaultAsync();
        if (abstimmung().Eroeffnen(ordnung, await db.Sitze.Am(heute).MitBesetzungen.ToListAsync(), geschaeftsfuehrung(), wann) is { } urne) db.Add(urne);
    });

    private void Befangen(double vorTagen, Func<Abstimmung> abstimmung, string sitz, string grund) => plan.Am(plan.Vor(vorTagen), wann =>
        abstimmung().BefangenMelden(abstimmung().Stimmrechte.Single(r => r.Sitz.Kennung == sitz), grund, geschaeftsfuehrung(), wann));

    private void Uebergeben(double vorTagen, Func<Abstimmung> abstimmung, string sitz, string email, string grund) => plan.Am(plan.Vor(vorTagen), wann =>
    {
        var recht = abstimmung().Stimmrechte.Single(r => r.Sitz.Kennung == sitz);
        var an = recht.Sitz.StellvertretungenAm(Ortszeit.Datum(wann)).Single(v => v.Person.Email == email + "@musterstadt.example").Person;
        abstimmung().Uebergeben(recht, an, grund, akteur(recht.Inhaber!.Email), wann);
    });

    private void Stimmen(double vorTagen, Func<Abstimmung> abstimmung, params (string Email, Stimme Stimme)[] stimmen) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var urne = await db.UrneAsync(abstimmung());
        foreach (var (email, stimme) in stimmen) abstimmung().Abstimmen(stimme, urne, akteur(email + "@musterstadt.example"), wann);
    });

    private void AufPapier(double vorTagen, Func<Abstimmung> abstimmung, params (string Sitz, Stimme Stimme)[] stimmen) => plan.Am(plan.Vor(vorTagen), wann =>
        db.Add(abstimmung().PapierEintragen(Papierstimmen.MitNamen(stimmen.ToDictionary(s => s.Sitz, s => s.Stimme)), geschaeftsfuehrung(), wann)));

    private void SondervotumAbgeben(double vorTagen, Func<Abstimmung> abstimmung, string email, string text, params string[] mitzeichnende)
    {
        Sondervotum votum = null!;
        plan.Am(plan.Vor(vorTagen), async wann => votum = db.Add(new Sondervotum(await db.NaechsteKennungAsync("Sondervotum", Ortszeit.Datum(wann).Year), abstimmung(), abstimmung().Vorschlag, text, false, akteur(email + "@musterstadt.example"), wann)).Entity);
        foreach (var (nummer, andere) in mitzeichnende.Index()) plan.Am(plan.Vor(vorTagen - nummer - 1), wann => votum.Mitzeichnen(false, akteur(andere + "@musterstadt.example"), wann));
    }

    private void Schliessen(double vorTagen, Func<Abstimmung> abstimmung) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        abstimmung().Schliessen(await db.UrneAsync(abstimmung()), geschaeftsfuehrung(), wann);
        if (abstimmung() is { RundeId: { } runde, Ergebnis.Ausgang: Ausgang.Angenommen }) (await db.PrioritaetenlisteAsync(runde))!.Beschliessen(geschaeftsfuehrung(), wann);
    });
}

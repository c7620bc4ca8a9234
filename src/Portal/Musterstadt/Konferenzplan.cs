using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>Die Sozialplanungskonferenz der Mustergemeinde: zwei Fassungen der Geschäftsordnung, erfundene Fraktionen, besetzte und freie Sitze.</summary>
internal sealed class Konferenzplan(PortalDb db, Zeitplan plan, Func<string, Person> person, Func<Akteur> geschaeftsfuehrung)
{
    private static readonly Fraktionsstaerke[] s_fraktionen =
        [new("Stadt und Küste", 17), new("Bürgerbund Musterstadt", 14), new("Lebendige Quartiere", 11), new("Freie Liste Hafen", 7)];

    public void Planen()
    {
        FassungPlanen(638, "Beschluss der Bürgerschaft zur Einrichtung der Sozialplanungskonferenz.", i => i with
        {
            Baenke = [.. i.Baenke.Select(b => b.Schluessel is "verwaltung" or "fachplanung" ? b with { Sitze = 3 } : b)],
            Ladungsfrist = 10,
            // Solange nicht alle Sitze besetzt sind, soll die Konferenz trotzdem beschließen können.
            Quorum = Quorum.MindestensEinDrittel,
        });
        var tag = 634.0;
        foreach (var (sitz, email, von) in (IEnumerable<(string, string, string)>)[
            ("politik-1", "konferenz", "Fraktion Stadt und Küste"),
            ("politik-3", "henning.brodersen", "Fraktion Bürgerbund Musterstadt"),
            ("verwaltung-1", "ulrich.gross", "Bereich Soziale Sicherung"),
            ("verwaltung-2", "wiebke.lorenzen", "Gesundheitsamt"),
            ("fachplanung-1", "agnieszka.wisniewska", "Pflegebedarfsplanung"),
            ("fachplanung-2", "malte.juergensen", "Altenhilfe- und Teilhabeplanung"),
            ("wissenschaft-und-praxis-1", "gesine.harmsen", "Pflegestützpunkt Musterstadt"),
            ("wissenschaft-und-praxis-2", "joachim.osswald", "Arbeitsgemeinschaft der Wohlfahrtsverbände"),
        ])
            BesetzungPlanen(tag -= 0.7, sitz, email, Sitzstellung.Inhaber, von);
        BesetzungPlanen(620, "wissenschaft-und-praxis-2", "annegret.jaeger", Sitzstellung.Stellvertretung, "Arbeitsgemeinschaft der Wohlfahrtsverbände");
        BesetzungPlanen(619, "fachplanung-1", "elif.kaya", Sitzstellung.Stellvertretung, "Pflegebedarfsplanung");
        BesetzungPlanen(618, "fachplanung-2", "amir.rahimi", Sitzstellung.Stellvertretung, "Altenhilfe- und Teilhabeplanung");
        plan.Am(plan.Vor(330), async wann =>
        {
            var (sitz, neue) = (await SitzAsync("wissenschaft-und-praxis-1"), person("samira.el-khatib@musterstadt.example"));
            var bisherige = sitz.InhaberAm(Ortszeit.Datum(wann))!.PersonId;
            sitz.Nachbesetzen(neue, Ortszeit.Datum(wann), "Hochschule Musterstadt", "Der Pflegestützpunkt hat seinen Sitz an die Hochschule abgegeben.", [], geschaeftsfuehrung(), wann);
            await db.RollenAngleichenAsync([neue.Id, bisherige], geschaeftsfuehrung(), wann);
        });
        FassungPlanen(210, "Beschluss der Konferenz: Die Fachplanung erhält einen vierten Sitz, eingeladen wird 14 Tage vorher.", i => i with
        {
            Baenke = [.. i.Baenke.Select(b => b.Schluessel == "fachplanung" ? b with { Sitze = 4 } : b)],
            Ladungsfrist = 14,
        });
        plan.Am(plan.Vor(14), async wann =>
        {
            var sitz = await SitzAsync("wissenschaft-und-praxis-2");
            sitz.RuhenLassen(sitz.InhaberAm(Ortszeit.Datum(wann))!, Ortszeit.Datum(wann), null, "Längere Abwesenheit, auf eigenen Wunsch.", geschaeftsfuehrung(), wann);
        });
        plan.Am(plan.Vor(12), async wann =>
        {
            var entwurf = db.Add(new Geschaeftsordnung(3, await db.Geschaeftsordnungen.Beschlossene.FirstAsync(), geschaeftsfuehrung(), wann)).Entity;
            entwurf.VerfahrenRegeln(entwurf.Inhalt with { Ladungsfrist = 21 }, geschaeftsfuehrung());
        });
    }

    private void FassungPlanen(double vorTagen, string grund, Func<Geschaeftsordnungsinhalt, Geschaeftsordnungsinhalt> aendern) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var wer = geschaeftsfuehrung();
        var vorige = await db.Geschaeftsordnungen.Beschlossene.FirstOrDefaultAsync();
        var ordnung = new Geschaeftsordnung((vorige?.Nummer ?? 0) + 1, vorige, wer, wann);
        var neu = aendern(ordnung.Inhalt);
        ordnung.BaenkeFestlegen(neu.Baenke, wer);
        ordnung.VerfahrenRegeln(neu, wer);
        if (vorige is null)
        {
            ordnung.FraktionenErfassen(s_fraktionen, wer);
            ordnung.SitzeVerteilen(Sitzverfahren.HareNiemeyer, [], "", wer, wann);
        }
        db.Add(ordnung);
        await db.InKraftSetzenAsync(ordnung, Ortszeit.Datum(wann), grund, wer, wann);
    });

    private void BesetzungPlanen(double vorTagen, string sitz, string email, Sitzstellung stellung, string von) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var wen = person(email + "@musterstadt.example");
        (await SitzAsync(sitz)).Besetzen(wen, stellung, Ortszeit.Datum(wann), von, [], 1, geschaeftsfuehrung(), wann);
        await db.RollenAngleichenAsync([wen.Id], geschaeftsfuehrung(), wann);
    });

    private Task<Sitz> SitzAsync(string kennung) => db.Sitze.MitBesetzungen.SingleAsync(s => s.Kennung == kennung);
}

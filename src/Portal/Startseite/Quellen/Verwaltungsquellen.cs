using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Stammdaten.Barrieren;

namespace Portal.Startseite.Quellen;

/// <summary>Was in der Verwaltung wartet.</summary>
internal static class Verwaltungsquellen
{
    public static async Task<IReadOnlyList<OffenerPunkt>> GemeldeteBarrieren(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var offene = await blick.Db.Barrieremeldungen.Where(m => m.ErledigtAm == null).GroupBy(m => 1).Select(g => new { Zahl = g.Count(), Seit = g.Min(m => m.GemeldetAm) }).SingleOrDefaultAsync();
        if (offene is null) return [];
        var seit = Ortszeit.Datum(offene.Seit);
        return [new OffenerPunkt(offene.Zahl == 1 ? "Eine gemeldete Barriere beantworten" : $"{offene.Zahl} gemeldete Barrieren beantworten", $"{(offene.Zahl == 1 ? "gemeldet am" : "die älteste vom")} {Ortszeit.Kurz(seit)}; Antwort innerhalb von vier Wochen",
            "/verwaltung/barrieren", "Antworten", Bis: seit.AddDays(Barrieremeldung.Antworttage), Seit: seit)];
    }

    public static async Task<IReadOnlyList<OffenerPunkt>> NichtGesendetePost(Blick blick)
    {
        if (!blick.Wer.IstAdministration) return [];
        var liegengeblieben = await blick.Db.OutgoingMails.Where(m => m.State == MailState.Failed).GroupBy(m => 1).Select(g => new { Zahl = g.Count(), Seit = g.Min(m => m.CreatedAt) }).SingleOrDefaultAsync();
        return liegengeblieben is null ? []
            : [new OffenerPunkt(liegengeblieben.Zahl == 1 ? "Eine E-Mail kam nicht an" : $"{liegengeblieben.Zahl} E-Mails kamen nicht an", "Postausgang", "/verwaltung/postausgang", "Ansehen", Seit: Ortszeit.Datum(liegengeblieben.Seit))];
    }
}

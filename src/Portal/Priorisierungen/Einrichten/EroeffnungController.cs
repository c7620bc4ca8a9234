using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Die Runde eröffnen: vorher steht da, was noch fehlt; danach steht alles fest, und alle, die bewerten, bekommen Nachricht.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/priorisierungen/{kennung}/eroeffnung")]
public sealed class EroeffnungController(PortalDb db, TimeProvider uhr, MailWriter briefe) : Fuehrungscontroller(db, uhr)
{
    [HttpGet]
    public async Task<IActionResult> Fragen(string kennung) => await MitVorschlaegenAsync(kennung) is { } runde ? await Zeigen(kennung, new() { Version = runde.Version }) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Eroeffnen(string kennung, Eroeffnungsform form)
    {
        if (await MitVorschlaegenAsync(kennung, form.Version) is not { } runde) return NotFound();
        var (ordnung, sitze) = await Db.KonferenzAmAsync(Heute);
        var fassungen = await Db.EingereichteFassungenAsync([.. runde.Vorschlaege.SelectMany(v => v.Teile.Select(t => t.Vorschlag.Id))]);
        var boegen = runde.Eroeffnen(ordnung, sitze, await Db.LaufendeBuendelungenAsync(runde), fassungen, Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass die Runde eröffnet werden soll.", nameof(form.Bestaetigt));
        Db.AddRange(boegen);
        foreach (var (person, sitz) in Handelnde(sitze)) Db.OutgoingMails.Add(Priorisierungsbriefe.Eroeffnet(briefe, runde, sitz, person));
        await Db.SaveChangesAsync();
        Melden($"Die Runde ist eröffnet. {Texte.Anzahl(boegen.Count, "Sitz hat", "Sitze haben")} einen Bogen; wer bewertet, hat eine Nachricht bekommen.");
        return Redirect(Adresse(kennung));
    }

    /// <summary>Wer heute für jeden Sitz handelt: die Inhaber:in, oder ruht sie, ihre Stellvertretung.</summary>
    private IEnumerable<(Person Person, Sitz Sitz)> Handelnde(IReadOnlyList<Sitz> sitze)
    {
        var heute = Heute;
        foreach (var sitz in sitze)
            if ((sitz.InhaberAm(heute) is { } inhaber && !inhaber.RuhtAm(heute) ? inhaber : sitz.StellvertretungenAm(heute).FirstOrDefault(s => !s.RuhtAm(heute))) is { Person.Gesperrt: false } besetzung)
                yield return (besetzung.Person, sitz);
    }

    private async Task<IActionResult> Zeigen(string kennung, Eroeffnungsform form)
    {
        if (await MitVorschlaegenAsync(kennung) is not { } runde) return NotFound();
        var (ordnung, sitze) = await Db.KonferenzAmAsync(Heute);
        var darf = Rundenregeln.DarfEroeffnen(runde, ordnung, sitze, await Db.LaufendeBuendelungenAsync(runde), Wer, Jetzt);
        var baenke = (ordnung?.Inhalt.Baenke ?? []).Select(b => (b.Name, sitze.Count(s => s.Bank == b.Schluessel), sitze.Count(s => s.Bank == b.Schluessel && s.InhaberAm(Heute) is not null)));
        return View("Eroeffnung", new Eroeffnungsseite(runde, darf, [.. baenke], ordnung?.Nummer, form));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen.Ueberschneidung;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <param name="Funde">Überschneidungen, die noch niemand gebündelt hat; leer für alle außer der Geschäftsführung.</param>
public sealed record Buendelungsliste(IReadOnlyList<Buendelung> Buendelungen, IReadOnlyList<Ueberschneidungsfund> Funde, IReadOnlyDictionary<int, Buendelbarer> Buendelbare, Akteur Wer);

public sealed record Buendelungsseite(Buendelung Buendelung, IReadOnlyList<Herkunftszeile> Zeilen, Matrixlayout Layout, IReadOnlySet<int> Lesbar, Akteur Wer);

/// <summary>Überschneidungen finden, eine Bündelung vorschlagen und ansehen.</summary>
[Authorize]
public sealed class BuendelungenController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    private const int HoechstensFunde = 20;
    private const int HoechstensBuendelungen = 100;

    [HttpGet("/buendelungen")]
    public async Task<IActionResult> Liste(CancellationToken abbruch)
    {
        var buendelungen = await Db.Buendelungen.AsNoTracking().SichtbarFuer(Wer).MitTeilen().OrderByDescending(b => b.Id).Take(HoechstensBuendelungen).ToListAsync(abbruch);
        IReadOnlyList<Buendelbarer> buendelbare = Wer.IstGeschaeftsfuehrung ? await Db.BuendelbareAsync(abbruch) : [];
        var funde = await Db.UeberschneidungenAsync(buendelbare, HoechstensFunde, abbruch);
        return View("Liste", new Buendelungsliste(buendelungen, funde, buendelbare.ToDictionary(b => b.Id), Wer));
    }

    [ForRoles(Rolle.Geschaeftsfuehrung), HttpGet("/buendelungen/neu")]
    public Task<IActionResult> Neu(List<string> vorschlag) => Formular(new() { Vorschlag = vorschlag });

    [ForRoles(Rolle.Geschaeftsfuehrung), HttpPost("/buendelungen"), ZeigtWieder(nameof(Formular))]
    public Task<IActionResult> Vorschlagen(Buendelungsform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        var vorschlaege = await Db.Vorschlaege.Include(v => v.Fachgruppe).Where(v => form.Vorschlag.Contains(v.Kennung)).ToListAsync();
        var schonGebuendelt = await Db.SchonGebuendeltAsync([.. vorschlaege.Select(v => v.Id)]);
        Buendelungsregeln.DarfVorschlagen(form.Titel ?? "", form.Begruendung ?? "", vorschlaege, schonGebuendelt, Wer).Verlangen();
        var buendelung = new Buendelung(await Db.NaechsteKennungAsync("buendelung", Heute.Year), form.Titel!, form.Begruendung!, vorschlaege, schonGebuendelt, Wer, Jetzt);
        Db.Add(buendelung);
        foreach (var person in await Db.SprecherDerGruppenAsync(buendelung, Wer)) Db.OutgoingMails.Add(Buendelungsbriefe.Vorgeschlagen(briefe, buendelung, person, Wer));
        await Db.SaveChangesAsync();
        Melden("Die Bündelung ist vorgeschlagen. Die Sprecher:innen der beteiligten Gruppen haben eine Nachricht bekommen.");
        return Redirect($"/buendelungen/{buendelung.Kennung}");
    });

    [HttpGet("/buendelungen/{kennung}")]
    public async Task<IActionResult> Seite(string kennung)
    {
        if (await Db.Buendelungen.AsNoTracking().SichtbarFuer(Wer).MitTeilen().FirstOrDefaultAsync(b => b.Kennung == kennung) is not { } buendelung) return NotFound();
        var ids = buendelung.Teile.Select(t => t.VorschlagId).ToArray();
        var lesbar = await Db.Vorschlaege.SichtbarFuer(Wer).Where(v => ids.Contains(v.Id)).Select(v => v.Id).ToListAsync();
        return View("Seite", new Buendelungsseite(buendelung, await Db.ZeilenAllerAsync(buendelung), (await Db.FormularAsync()).Matrix, lesbar.ToHashSet(), Wer));
    }

    [NonAction]
    public async Task<IActionResult> Formular(Buendelungsform form)
    {
        ViewData["Buendelbare"] = await Db.BuendelbareAsync();
        return View("Neu", form);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Zugang;

namespace Portal.Priorisierungen.Einrichten;

/// <summary>Eine Runde anlegen, eine weitere vorbereiten oder einen Entwurf verwerfen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/priorisierungen")]
public sealed class EntwuerfeController(PortalDb db, TimeProvider uhr) : Fuehrungscontroller(db, uhr)
{
    [HttpGet("neu")]
    public IActionResult Neu() => Zeigen(new() { Titel = $"Priorisierung {Heute.Year}" });

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public Task<IActionResult> Anlegen(Anlageform form) => AnlegenAsync(form.Titel ?? "", null);

    [HttpGet("{kennung}/folgerunde")]
    public async Task<IActionResult> Fortsetzen(string kennung) =>
        await LadenAsync(kennung) is { } runde ? FolgerundeZeigen(runde, new() { Titel = $"{runde.Titel}, zweiter Durchgang" }) : NotFound();

    [HttpPost("{kennung}/folgerunde"), ZeigtWieder(nameof(FolgerundeWiederZeigen))]
    public async Task<IActionResult> Folgen(string kennung, Anlageform form)
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        Rundenregeln.DarfFolgen(runde, await Db.Priorisierungsrunden.AnyAsync(r => r.ErsteRundeId == runde.Id), await Db.IstListeVergebenAsync(runde), Wer, Jetzt).Verlangen();
        return await AnlegenAsync(form.Titel ?? "", runde);
    }

    [HttpGet("{kennung}/verwerfung")]
    public Task<IActionResult> Fragen(string kennung) => VerwerfungZeigen(kennung, new());

    [HttpPost("{kennung}/verwerfung"), ZeigtWieder(nameof(VerwerfungZeigen))]
    public async Task<IActionResult> Verwerfen(string kennung, Verwerfungsform form)
    {
        if (await MitVorschlaegenAsync(kennung) is not { } runde) return NotFound();
        runde.Verwerfen(Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass der Entwurf gelöscht werden soll.", nameof(form.Bestaetigt));
        Db.Remove(runde);
        await Db.SaveChangesAsync();
        Melden($"Der Entwurf „{runde.Titel}“ ist gelöscht.");
        return Redirect("/priorisierungen");
    }

    private async Task<IActionResult> AnlegenAsync(string titel, Priorisierungsrunde? erste)
    {
        Rundenregeln.DarfAnlegen(titel, erste, Wer, Jetzt).Verlangen(nameof(Anlageform.Titel));
        var runde = Db.Add(new Priorisierungsrunde(await Db.NaechsteKennungAsync("Priorisierungsrunde", Heute.Year), titel, erste, Wer, Jetzt)).Entity;
        await Db.SaveChangesAsync();
        Melden("Die Runde ist als Entwurf angelegt. Außer der Geschäftsführung sieht ihn niemand.");
        return Redirect(Adresse(runde.Kennung) + "/zuschnitt");
    }

    private ViewResult Zeigen(Anlageform form) => View("Neu", form);

    private async Task<IActionResult> FolgerundeWiederZeigen(string kennung, Anlageform form) => await LadenAsync(kennung) is { } runde ? FolgerundeZeigen(runde, form) : NotFound();

    private ViewResult FolgerundeZeigen(Priorisierungsrunde runde, Anlageform form)
    {
        ViewData["Runde"] = runde;
        return View("Folgerunde", form);
    }

    private async Task<IActionResult> VerwerfungZeigen(string kennung, Verwerfungsform form)
    {
        if (await LadenAsync(kennung) is not { } runde) return NotFound();
        Rundenregeln.DarfAendern(runde, Wer).Verlangen();
        ViewData["Runde"] = runde;
        return View("Verwerfung", form);
    }
}

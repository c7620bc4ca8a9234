using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Einen Entwurf anlegen oder verwerfen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/geschaeftsordnung")]
public sealed class EntwuerfeController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    [HttpPost("entwuerfe")]
    public async Task<IActionResult> Anlegen()
    {
        var entwurf = await Db.RetryAsync(async () =>
        {
            Geschaeftsordnungsregeln.DarfEntwerfen(await Db.Geschaeftsordnungen.Entwuerfe.AnyAsync(), Wer).Verlangen();
            var nummer = await Db.Geschaeftsordnungen.MaxAsync(o => (int?)o.Nummer) ?? 0;
            var neu = Db.Add(new Geschaeftsordnung(nummer + 1, await Db.Geschaeftsordnungen.Beschlossene.FirstOrDefaultAsync(), Wer, Jetzt)).Entity;
            await Db.SaveChangesAsync();
            return neu;
        });
        Melden($"Fassung {entwurf.Nummer} ist als Entwurf angelegt. Außer der Geschäftsführung sieht ihn niemand, bis er in Kraft gesetzt ist.");
        return Redirect(Adresse(entwurf.Kennung));
    }

    [HttpGet("{kennung}/verwerfung")]
    public Task<IActionResult> Fragen(string kennung) => Zeigen(kennung, new());

    [HttpPost("{kennung}/verwerfung"), ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Verwerfen(string kennung, Verwerfungsform form)
    {
        if (await LadenAsync(kennung) is not { } ordnung) return NotFound();
        ordnung.Verwerfen(Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass der Entwurf gelöscht werden soll.", nameof(form.Bestaetigt));
        Db.Remove(ordnung);
        await Db.SaveChangesAsync();
        Melden($"Der Entwurf von Fassung {ordnung.Nummer} ist gelöscht.");
        return Redirect("/konferenz/geschaeftsordnung");
    }

    private async Task<IActionResult> Zeigen(string kennung, Verwerfungsform form)
    {
        if (await EntwurfAsync(kennung) is not { } ordnung) return NotFound();
        Geschaeftsordnungsregeln.DarfVerwerfen(ordnung, Wer).Verlangen();
        ViewData["Ordnung"] = ordnung;
        return View("Verwerfung", form);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Einen Entwurf in Kraft setzen: die Sitze, die er schafft, entstehen; die er nicht mehr hat, enden.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/geschaeftsordnung/{kennung}/inkraftsetzung")]
public sealed class InkraftsetzungController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    /// <param name="ab">Für welchen Tag die Vorschau gilt; ohne ihn: heute.</param>
    [HttpGet]
    public async Task<IActionResult> Fragen(string kennung, string? ab) =>
        await LadenAsync(kennung) is { } ordnung ? await Zeigen(kennung, new() { Ab = Tage.Lesen(ab ?? "") ?? Heute, Version = ordnung.Version }) : NotFound();

    [HttpPost, ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Setzen(string kennung, Inkraftsetzungsform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        await Db.InKraftSetzenAsync(ordnung, form.Ab ?? Heute, form.Grund ?? "", Wer, Jetzt);
        if (!form.Bestaetigt) throw new RegelVerletzt("Bitte bestätigen Sie, dass diese Fassung in Kraft treten soll.", "Form.Bestaetigt");
        await Db.SaveChangesAsync();
        Melden($"Fassung {ordnung.Nummer} ist {(ordnung.GiltAb > Heute ? $"beschlossen und gilt ab dem {Ortszeit.Lang(ordnung.GiltAb!.Value)}" : "in Kraft")}. Die Sitze sind angelegt.");
        return Redirect(Adresse(kennung));
    }

    private async Task<IActionResult> Zeigen(string kennung, Inkraftsetzungsform form)
    {
        if (await EntwurfAsync(kennung) is not { } ordnung) return NotFound();
        var vollstaendig = Geschaeftsordnungsregeln.IstVollstaendig(ordnung.Inhalt);
        var ab = form.Ab is { } tag && tag >= Heute ? tag : Heute;
        var plan = vollstaendig.Erlaubt ? Sitzplan.Fuer(ordnung.Inhalt, await Db.Sitze.AsNoTracking().MitBesetzungen.ToListAsync(), ab) : null;
        var bisherige = await Db.Geschaeftsordnungen.AsNoTracking().Beschlossene.FirstOrDefaultAsync();
        return View("Inkraftsetzung", new Inkraftsetzungsseite(ordnung, vollstaendig, plan, ab, bisherige, form));
    }
}

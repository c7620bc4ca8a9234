using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege.Schreiben;

namespace Portal.Vorschlaege.Formular;

/// <summary>Wer das Formular wann geändert hat.</summary>
public sealed record Formularaenderung(DateTime Am, string Von, string Satz, string? Grund);

/// <param name="Ungespeichert">Ob auf der Seite etwas steht, das erst mit „Speichern“ gilt.</param>
public sealed record Formularseite(FormularForm Form, Matrixlayout Layout, bool Ungespeichert, IReadOnlyList<Formularaenderung> Geschichte);

/// <summary>Die Pflichtangaben und der Aufbau der Zielfeldermatrix, für die ganze Gemeinde.</summary>
[Authorize]
public sealed class FormularController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/formular")]
    public async Task<IActionResult> Seite() =>
        Formularregeln.DarfAendern(Wer).Erlaubt ? await ZeigenAsync(FormularForm.Von(await Db.FormularAsync()), false) : Forbid();

    [HttpPost("/verwaltung/formular"), ZeigtWieder(nameof(WiederZeigen), Stand = nameof(Seite))]
    public async Task<IActionResult> Aendern(FormularForm form)
    {
        if (!Formularregeln.DarfAendern(Wer).Erlaubt) return Forbid();
        var formular = await Db.Vorschlagsformular.SingleOrDefaultAsync();
        var bisher = formular?.Matrix ?? Matrixlayout.Vorgabe;
        if (form.Aktion != "speichern")
        {
            form.Ausfuehren(bisher);
            ModelState.Clear();
            return await ZeigenAsync(form, true);
        }
        if (formular is null) Db.Add(formular = new() { Version = Planungsobjekt.ErsteVersion });
        else Db.Entry(formular).Property(f => f.Version).OriginalValue = form.Version;
        var layout = form.Layout(bisher);
        foreach (var (stelle, satz) in Formularregeln.Pruefe(form.Pflicht, layout)) ModelState.AddModelError(stelle, satz);
        if (!ModelState.IsValid) return await WiederZeigen(form);
        formular.Aendern(form.Pflicht, layout, Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden("Das Formular ist geändert. Es gilt sofort für alle Vorschläge, an denen noch geschrieben wird.");
        return Redirect("/verwaltung/formular");
    }

    [NonAction]
    public async Task<IActionResult> WiederZeigen(FormularForm form)
    {
        Db.ChangeTracker.Clear();
        var seite = await ZeigenAsync(form, true);
        seite.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return seite;
    }

    private async Task<ViewResult> ZeigenAsync(FormularForm form, bool ungespeichert)
    {
        var ereignisse = await Db.Ereignisse.AsNoTracking().Where(e => e.Gegenstand == Vorschlagsformular.GegenstandName).OrderByDescending(e => e.Id).Take(20).ToListAsync();
        var namen = await Db.NamenAsync(ereignisse.Select(e => e.PersonId));
        var bisher = (await Db.FormularAsync()).Matrix;
        return View("Seite", new Formularseite(form, form.Layout(bisher), ungespeichert,
            ereignisse.ConvertAll(e => new Formularaenderung(e.Zeitpunkt, e.PersonId is { } id ? namen.GetValueOrDefault(id, "") : "", e.Satz, e.Grund))));
    }
}

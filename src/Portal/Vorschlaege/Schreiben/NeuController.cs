using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Womit ein Vorschlag beginnt: in welcher Gruppe und mit welchem Titel.</summary>
public sealed class NeuForm
{
    [Display(Name = "Fachgruppe"), Required(ErrorMessage = "Bitte wählen Sie, in welcher Gruppe der Vorschlag entsteht.")]
    public string? Fachgruppe { get; set; }

    [Display(Name = "Titel"), Required(ErrorMessage = "Bitte geben Sie dem Vorschlag einen Titel. Sie können ihn jederzeit ändern.")]
    public string? Titel { get; set; }
}

/// <summary>Eine Gruppe der Person, mit der Auskunft, ob darin ein Vorschlag begonnen werden kann.</summary>
public sealed record Gruppenwahl(string Kennung, string Name, Auskunft Darf);

public sealed record Neuseite(NeuForm Form, IReadOnlyList<Gruppenwahl> Gruppen)
{
    public bool KannBeginnen => Gruppen.Any(g => g.Darf.Erlaubt);
}

[Authorize]
public sealed class NeuController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/neu")]
    public Task<IActionResult> Neu(string? fachgruppe) => Formular(new() { Fachgruppe = fachgruppe });

    [HttpPost("/vorschlaege"), ZeigtWieder(nameof(Formular))]
    public Task<IActionResult> Beginnen(NeuForm form) => Db.RetryAsync<IActionResult>(async () =>
    {
        var meine = Wer.Fachgruppen.Keys.ToArray();
        var gruppe = await Db.Fachgruppen.FirstOrDefaultAsync(g => g.Kennung == form.Fachgruppe && meine.Contains(g.Id))
            ?? throw new RegelVerletzt("Bitte wählen Sie eine Ihrer Gruppen.", nameof(NeuForm.Fachgruppe));
        Vorschlagsregeln.DarfAnlegen(gruppe, Wer).Verlangen();
        var titel = Feldpruefung.Geprueft(Vorschlagsfeld.Titel, form.Titel);
        var vorschlag = new Vorschlag(await Db.NaechsteKennungAsync("vorschlag", Heute.Year), gruppe, titel, Wer, Jetzt);
        Db.Add(vorschlag);
        await Db.SaveChangesAsync();
        return Redirect($"/vorschlaege/{vorschlag.Kennung}/schreiben");
    });

    [NonAction]
    public async Task<IActionResult> Formular(NeuForm form)
    {
        var meine = Wer.Fachgruppen.Keys.ToArray();
        var gruppen = await Db.Fachgruppen.AsNoTracking().Where(g => meine.Contains(g.Id)).OrderBy(g => g.Name).ToListAsync();
        var wahl = gruppen.ConvertAll(g => new Gruppenwahl(g.Kennung, g.Name, Vorschlagsregeln.DarfAnlegen(g, Wer)));
        if (wahl.Where(g => g.Darf.Erlaubt).ToList() is [var einzige]) form.Fachgruppe ??= einzige.Kennung;
        return View("Neu", new Neuseite(form, wahl));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Markdown;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Stammdaten.Seiten;

/// <summary>Die Texte, die die Gemeinde selbst pflegt, mit Vorschau.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
public sealed class TexteController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet("/verwaltung/texte")]
    public async Task<IActionResult> Liste()
    {
        ViewData["Eigene"] = await Db.Seitentexte.Where(s => s.Html != "").Select(s => s.Seite).ToListAsync();
        return View("Liste", Portalseiten.Alle);
    }

    [HttpGet("/verwaltung/texte/{seite}")]
    public async Task<IActionResult> Aendern(string seite)
    {
        if (Portalseiten.Finden(seite) is not { } vorgabe) return NotFound();
        var text = await Db.Seitentexte.AsNoTracking().FirstOrDefaultAsync(s => s.Seite == seite);
        return Zeigen(seite, new Seitenform { Titel = text?.Titel ?? vorgabe.Titel, Text = text?.Markdown ?? vorgabe.Markdown, Version = text?.Version ?? 0 });
    }

    [HttpPost("/verwaltung/texte/{seite}/vorschau")]
    [ZeigtWieder(nameof(Zeigen))]
    public IActionResult Vorschau(string seite, Seitenform form)
    {
        ViewData["Vorschau"] = MarkdownRenderer.ToHtml(form.Text, 3);
        return Zeigen(seite, form);
    }

    [HttpPost("/verwaltung/texte/{seite}")]
    [ZeigtWieder(nameof(Zeigen), Stand = nameof(Aendern))]
    public async Task<IActionResult> Speichern(string seite, Seitenform form)
    {
        if (Portalseiten.Finden(seite) is not { } vorgabe) return NotFound();
        var text = await Db.Seitentexte.FirstOrDefaultAsync(s => s.Seite == seite);
        if (text is null) Db.Add(text = new Seitentext(seite, "", "", ""));
        else Db.Entry(text).Property(t => t.Version).OriginalValue = form.Version;
        (await Db.KommuneZumAendernAsync()).SeiteSchreiben(text, form.Titel, form.Text.ReplaceLineEndings("\n"), MarkdownRenderer.ToHtml(form.Text, 2), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"„{text.Titel}“ ist gespeichert und sofort zu lesen.");
        return Redirect(vorgabe.IstStartseite ? "/verwaltung/texte" : vorgabe.Adresse);
    }

    private IActionResult Zeigen(string seite, Seitenform form)
    {
        if (Portalseiten.Finden(seite) is not { } vorgabe) return NotFound();
        ViewData["Vorgabe"] = vorgabe;
        return View("Text", form);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Vorschlaege.InDerGruppe;

/// <summary>Die Vorschläge einer Gruppe auf ihrer Seite: für alle die veröffentlichten, für ihre Mitglieder jeder Stand.</summary>
public sealed class VorschlaegeInDerGruppe(PortalDb db) : ViewComponent
{
    private const int Hoechstens = 50;

    public async Task<IViewComponentResult> InvokeAsync(Fachgruppe fachgruppe)
    {
        var wer = HttpContext.Akteur();
        var zeilen = await db.Vorschlaege.AsNoTracking().SichtbarFuer(wer).Where(v => v.FachgruppeId == fachgruppe.Id)
            .OrderByDescending(v => v.StandSeit).ThenByDescending(v => v.Id).Take(Hoechstens + 1)
            .Select(v => new Gruppenvorschlag(v.Kennung, v.Titel, v.Kurzfassung, v.Zustand, v.StandSeit, v.VeroeffentlichtAm != null)).ToListAsync();
        return View("/Vorschlaege/InDerGruppe/Liste.cshtml", new Gruppenvorschlaege(
            [.. zeilen.Take(Hoechstens)], zeilen.Count > Hoechstens, fachgruppe.Kennung, wer.IstMitgliedVon(fachgruppe.Id)));
    }
}

/// <summary>Der Knopf „Vorschlag beginnen“, oder warum es jetzt nicht geht.</summary>
public sealed class VorschlagBeginnen : ViewComponent
{
    public IViewComponentResult Invoke(Fachgruppe fachgruppe)
    {
        var wer = HttpContext.Akteur();
        if (!wer.IstMitgliedVon(fachgruppe.Id)) return Content("");
        ViewData["Kennung"] = fachgruppe.Kennung;
        return View("/Vorschlaege/InDerGruppe/Beginnen.cshtml", Vorschlagsregeln.DarfAnlegen(fachgruppe, wer));
    }
}

public sealed record Gruppenvorschlag(string Kennung, string Titel, string Kurzfassung, Vorschlagszustand Zustand, DateTime StandSeit, bool IstOeffentlich);

public sealed record Gruppenvorschlaege(IReadOnlyList<Gruppenvorschlag> Zeilen, bool GibtMehr, string Fachgruppe, bool IstMitglied);

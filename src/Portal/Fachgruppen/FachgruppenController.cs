using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Fachgruppen;

/// <summary>Liste und Seiten der Gruppen, für alle lesbar.</summary>
public sealed class FachgruppenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int Seitenlaenge = 30;

    [HttpGet("/fachgruppen")]
    public async Task<IActionResult> Liste(Fachgruppenfilter filter)
    {
        var eigene = Wer.Fachgruppen.Keys.ToList();
        var sichtbare = Db.Fachgruppen.AsNoTracking().SichtbarFuer(Wer).ImZustand(filter.Zustand).AufDemWeg(filter.Weg).ImHandlungsfeld(filter.Handlungsfeld);
        var zeilen = await sichtbare.GeordnetNach(filter.Nach).Take(Seitenlaenge + 1)
            .Select(g => new Fachgruppenzeile(g.Kennung, g.Name, g.Weg, g.Zustand, g.Handlungsfeld!.Name, g.Querschnittsthema, g.Auftrag,
                g.Weg != Weg.Fachsozialplanung && (g.Zustand == Fachgruppenzustand.InGruendung || g.Zustand == Fachgruppenzustand.Aktiv), eigene.Contains(g.Id)))
            .ToListAsync();
        var felder = await Db.Handlungsfelder.AsNoTracking().OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name).Select(h => new Wahl(h.Kennung, h.Name)).ToListAsync();
        var weiter = zeilen.Count > Seitenlaenge ? filter.Adresse(zeilen[Seitenlaenge - 1].Kennung) : null;
        return View("Liste", new Fachgruppenliste([.. zeilen.Take(Seitenlaenge)], filter, felder, weiter, Fachgruppenregeln.DarfAnlegen(Wer)));
    }

    [HttpGet("/fachgruppen/{kennung}")]
    public async Task<IActionResult> Seite(string kennung)
    {
        var gruppe = await Db.Fachgruppen.AsNoTracking().SichtbarFuer(Wer).Include(g => g.Handlungsfeld).Include(g => g.Schritte).AsSplitQuery()
            .FirstOrDefaultAsync(g => g.Kennung == kennung);
        if (gruppe is null) return NotFound();
        var sprechende = await Db.Mitgliedschaften.Sprechende.Where(m => m.FachgruppeId == gruppe.Id)
            .OrderBy(m => m.Person.Nachname).ThenBy(m => m.Person.Vorname).Select(m => m.Person.Vorname + " " + m.Person.Nachname).ToListAsync();
        var mitglieder = await Db.Mitgliedschaften.Aktuell.CountAsync(m => m.FachgruppeId == gruppe.Id);
        var anfragen = Wer.IstAngemeldet ? await Db.Beitrittsanfragen.Offen.SichtbarFuer(Wer).CountAsync(a => a.FachgruppeId == gruppe.Id) : 0;
        return View("Seite", new Fachgruppenseite(gruppe, sprechende, mitglieder, anfragen, Wer));
    }
}

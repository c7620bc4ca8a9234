using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Priorisierungen.Papier;

/// <summary>Ein Papierbogen: Eine Person trägt ihn ein, eine zweite bestätigt ihn. Erst dann zählt er.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration), Route("/priorisierungen/{kennung}/papier/{sitz}")]
public sealed class PapierController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    /// <summary>Bytes.</summary>
    private const int HoechsteGroesse = 20_000_000;

    [HttpGet]
    public Task<IActionResult> Ansehen(string kennung, string sitz) => Zeigen(kennung, sitz, new());

    /// <remarks>Ein Bogen über 1.000 Vorschläge hat so viele Felder.</remarks>
    [HttpPost, ZeigtWieder(nameof(Zeigen)), RequestFormLimits(ValueCountLimit = 50_000, BufferBodyLengthLimit = HoechsteGroesse, MultipartBodyLengthLimit = HoechsteGroesse), RequestSizeLimit(HoechsteGroesse)]
    public Task<IActionResult> Erfassen(string kennung, string sitz, Papierform form) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen) return NotFound();
        var vorschlaege = await ZuBewertenAsync(bogen.RundeId);
        Papierregeln.DarfErfassen(bogen, await Db.Papierboegen.AnyAsync(p => p.BogenId == bogen.Id), Wer, Jetzt).Verlangen();
        Db.Add(new Papierbogen(bogen, form.Antworten(bogen.Runde.Grundlage!, vorschlaege), vorschlaege, false, Wer, Jetzt));
        bogen.PapierVermerken(Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Der Papierbogen für den Sitz {bogen.Sitzname} ist eingetragen. Er zählt, sobald eine zweite Person ihn bestätigt.");
        return Redirect($"/priorisierungen/{kennung}");
    });

    [HttpPost("bestaetigung"), ZeigtWieder(nameof(Ansehen))]
    public Task<IActionResult> Bestaetigen(string kennung, string sitz) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen || await Db.Papierboegen.FirstOrDefaultAsync(p => p.BogenId == bogen.Id) is not { } papier) return NotFound();
        bogen.PapierUebernehmen(papier, await ZuBewertenAsync(bogen.RundeId), Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Der Papierbogen für den Sitz {bogen.Sitzname} ist bestätigt und zählt.");
        return Redirect(Wer.IstGeschaeftsfuehrung ? $"/priorisierungen/{kennung}" : "/");
    });

    [HttpPost("verwerfung"), ZeigtWieder(nameof(Ansehen))]
    public Task<IActionResult> Verwerfen(string kennung, string sitz) => Db.RetryAsync<IActionResult>(async () =>
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen || await Db.Papierboegen.FirstOrDefaultAsync(p => p.BogenId == bogen.Id) is not { } papier) return NotFound();
        bogen.PapierVerwerfen(papier, Wer, Jetzt);
        Db.Remove(papier);
        await Db.SaveChangesAsync();
        Melden($"Der Papierbogen für den Sitz {bogen.Sitzname} ist verworfen und kann neu eingetragen werden.");
        return Redirect(Wer.IstGeschaeftsfuehrung ? $"/priorisierungen/{kennung}" : "/");
    });

    private Task<Bewertungsbogen?> LadenAsync(string kennung, string sitz) =>
        Db.Bewertungsboegen.Include(b => b.Runde).Include(b => b.Bewertungen).FirstOrDefaultAsync(b => b.Runde.Kennung == kennung && b.Sitz == sitz);

    private Task<List<Rundenvorschlag>> ZuBewertenAsync(int rundeId) =>
        Db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == rundeId).ZuBewerten.MitTeilen.ToListAsync();

    private async Task<IActionResult> Zeigen(string kennung, string sitz, Papierform form)
    {
        if (await LadenAsync(kennung, sitz) is not { } bogen) return NotFound();
        var papier = await Db.Papierboegen.AsNoTracking().FirstOrDefaultAsync(p => p.BogenId == bogen.Id);
        if (papier is null && !Wer.IstGeschaeftsfuehrung) return NotFound();
        // Was bestätigt ist, liest auch das Büro nicht mehr.
        if (papier is not null) Papierregeln.DarfVerwerfen(papier, Wer).Verlangen();
        var darf = papier is null ? Papierregeln.DarfErfassen(bogen, false, Wer, Jetzt) : Papierregeln.DarfBestaetigen(bogen, papier, Wer, Jetzt);
        var von = papier is null ? "" : await Db.Personen.Where(p => p.Id == papier.ErfasstVonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefaultAsync() ?? "";
        return View("Papier", new Papierseite(bogen, await ZuBewertenAsync(bogen.RundeId), papier, von, form, darf));
    }
}

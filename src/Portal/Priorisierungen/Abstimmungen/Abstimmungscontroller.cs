using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Was alle Seiten einer Abstimmung brauchen.</summary>
public abstract class Abstimmungscontroller(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const int ListeJeSeite = 50;

    protected Task<Abstimmung?> LadenAsync(string kennung) => Db.Abstimmungen.SichtbarFuer(Wer).MitKennung(kennung).MitStimmrechten.FirstOrDefaultAsync();

    /// <summary>Mit den Besetzungen der Sitze, wenn es darum geht, wer wen vertritt.</summary>
    protected async Task<(Abstimmung? Abstimmung, Stimmrecht? Recht)> LadenAsync(string kennung, string sitz)
    {
        var abstimmung = await LadenAsync(kennung);
        var recht = abstimmung?.Stimmrechte.FirstOrDefault(r => r.Sitz.Kennung == sitz);
        if (recht is not null) await Db.Sitze.MitBesetzungen.Where(s => s.Id == recht.SitzId).LoadAsync();
        return (abstimmung, recht);
    }

    protected async Task<Abstimmungsseite> SeiteAsync(Abstimmung abstimmung, int listeAb = 1)
    {
        var siehtVorschlag = abstimmung.VorschlagId is { } id && await Db.Vorschlaege.SichtbarFuer(Wer).AnyAsync(v => v.Id == id);
        var urne = abstimmung.Zustand == Abstimmungszustand.Geschlossen && Abstimmungsregeln.SiehtNamen(abstimmung, Wer) ? await Db.UrneAsync(abstimmung) : null;
        return new(abstimmung, siehtVorschlag, urne?.Zettel ?? [], await ListeAsync(abstimmung, listeAb), Wer, Jetzt);
    }

    /// <summary>Die Prioritätenliste, um die es geht, für alle, die das Ergebnis lesen dürfen.</summary>
    private async Task<Prioritaetenblick?> ListeAsync(Abstimmung abstimmung, int ab) =>
        abstimmung.RundeId is { } runde && await Db.Rundenergebnisse.AsNoTracking().Include(e => e.Runde).SichtbarFuer(Wer).FirstOrDefaultAsync(e => e.RundeId == runde) is { } ergebnis
            ? await Db.PrioritaetenblickAsync(ergebnis, Wer, ab, ListeJeSeite) : null;

    protected IActionResult ZurSeite(string kennung, string satz)
    {
        Melden(satz);
        return Redirect(Adresse(kennung));
    }

    protected static string Adresse(string kennung) => $"/konferenz/abstimmungen/{kennung}";
}

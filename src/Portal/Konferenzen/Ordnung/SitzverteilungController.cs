using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Ordnung;

/// <summary>Wie die Sitze einer Bank auf die Fraktionen kommen: Stärken eintragen, drei Verfahren vergleichen, eines übernehmen.</summary>
[Route("/konferenz/geschaeftsordnung/{kennung}")]
public sealed class SitzverteilungController(PortalDb db, TimeProvider uhr) : Entwurfscontroller(db, uhr)
{
    [HttpGet("sitzverteilung"), Authorize]
    public async Task<IActionResult> Ansehen(string kennung) =>
        await LadenAsync(kennung) is { } ordnung ? Seite(ordnung, Fraktionenform.Von(ordnung)) : NotFound();

    [HttpPost("fraktionen"), ForRoles(Rolle.Geschaeftsfuehrung), ZeigtWieder(nameof(FraktionenZeigen), Stand = nameof(Ansehen))]
    public async Task<IActionResult> Erfassen(string kennung, Fraktionenform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        ordnung.FraktionenErfassen(form.Staerken(), Wer);
        await Db.SaveChangesAsync();
        Melden(ordnung.Inhalt.Verteilung is null ? "Die Stärken sind gespeichert. Wählen Sie nun ein Verfahren." : "Die Stärken sind unverändert.");
        return Redirect(Adresse(kennung) + "/sitzverteilung");
    }

    [HttpPost("sitzverteilung"), ForRoles(Rolle.Geschaeftsfuehrung), ZeigtWieder(nameof(VerteilungZeigen))]
    public async Task<IActionResult> Uebernehmen(string kennung, Verteilungsform form)
    {
        if (await EntwurfAsync(kennung, form.Version) is not { } ordnung) return NotFound();
        if (form.VonHand && form.Gezogene.Count == 0)
            throw new Grundbegriffe.RegelVerletzt("Bitte kreuzen Sie an, welche Fraktion das Los gezogen hat.");
        ordnung.SitzeVerteilen(form.Verfahren, form.VonHand ? form.Gezogene : [], form.Vermerk ?? "", Wer, Jetzt);
        await Db.SaveChangesAsync();
        Melden($"Die Sitze sind nach {form.Verfahren.Anzeige()} verteilt.");
        return Redirect(Adresse(kennung) + "/sitzverteilung");
    }

    private async Task<IActionResult> FraktionenZeigen(string kennung, Fraktionenform form) =>
        await LadenAsync(kennung) is { } ordnung ? Seite(ordnung, form) : NotFound();

    private async Task<IActionResult> VerteilungZeigen(string kennung) =>
        await LadenAsync(kennung) is { } ordnung ? Seite(ordnung, Fraktionenform.Von(ordnung)) : NotFound();

    private ViewResult Seite(Geschaeftsordnung ordnung, Fraktionenform form)
    {
        var moeglich = Geschaeftsordnungsregeln.DarfVerteilen(ordnung.Inhalt).Erlaubt;
        IReadOnlyList<Sitzergebnis> ergebnisse = moeglich ? [.. Enum.GetValues<Sitzverfahren>().Select(ordnung.Inhalt.Berechnen)] : [];
        var schreibt = Geschaeftsordnungsregeln.DarfAendern(ordnung, Wer).Erlaubt;
        return View("Sitzverteilung", new Verteilungsseite(ordnung, ergebnisse, schreibt ? form.MitLeerenZeilen() : form, schreibt));
    }
}

using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Web;

namespace Portal.Zugang.Personenimport;

/// <summary>Personen aus einer CSV-Datei: hochladen, Vorschau, übernehmen, Bericht.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung, Rolle.Administration)]
[Route("/verwaltung/personen/import")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonenimportController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    [HttpGet]
    public IActionResult Zeigen() => View("Hochladen");

    [HttpPost, RequestSizeLimit(4 * 1024 * 1024), ZeigtWieder(nameof(Zeigen))]
    public async Task<IActionResult> Hochladen(IFormFile? datei)
    {
        if (datei is null) throw new RegelVerletzt("Bitte wählen Sie eine Datei aus.", nameof(datei));
        var inhalt = new byte[Math.Min(datei.Length, Importdatei.HoechsteGroesse + 1)];
        await using (var strom = datei.OpenReadStream()) await strom.ReadExactlyAsync(inhalt);
        try
        {
            Importdatei.Lesen(inhalt);
        }
        catch (RegelVerletzt fehler)
        {
            throw new RegelVerletzt(fehler.Message, nameof(datei));
        }
        var liste = new Personenliste(Texte.Anfang(Path.GetFileName(datei.FileName), 200), inhalt, Wer.PersonId, Jetzt);
        Db.Personenlisten.Add(liste);
        await Db.SaveChangesAsync();
        return Redirect($"/verwaltung/personen/import/{liste.Kennung}");
    }

    [HttpGet("{kennung}")]
    public async Task<IActionResult> Vorschau(string kennung)
    {
        if (await ListeAsync(kennung) is not { } liste) return NotFound();
        if (liste.UebernommenAm is not null) return View("Bericht", liste);
        var inhalt = Importdatei.Lesen(liste.Inhalt);
        return View("Vorschau", new Importvorschau(liste, inhalt.Hinweise, await Db.ImportPruefenAsync(inhalt, Wer)));
    }

    [HttpPost("{kennung}/uebernahme"), ZeigtWieder(nameof(Vorschau))]
    public async Task<IActionResult> Uebernehmen(string kennung, [FromServices] MailWriter briefe)
    {
        if (await ListeAsync(kennung) is not { } liste) return NotFound();
        if (liste.UebernommenAm is not null) throw new RegelVerletzt("Diese Liste ist schon übernommen.");
        var zeilen = await Db.ImportPruefenAsync(Importdatei.Lesen(liste.Inhalt), Wer);
        if (!zeilen.Any(z => z.IstGut)) throw new RegelVerletzt("In dieser Liste ist keine Zeile, die sich übernehmen lässt.");
        try
        {
            await Db.WriteAsync(async () =>
            {
                await using var zug = await Db.Database.BeginTransactionAsync();
                await Db.UebernehmenAsync(zeilen.Where(z => z.IstGut), briefe, Wer, Jetzt);
                liste.Uebernehmen(Uebernahme.Bericht(zeilen), Jetzt);
                await Db.SaveChangesAsync();
                await zug.CommitAsync();
                return liste;
            });
        }
        catch (DbUpdateException fehler) when (fehler.IsDuplicate())
        {
            throw new RegelVerletzt("Inzwischen hat jemand eine dieser Personen angelegt. Es wurde nichts übernommen; die Vorschau ist jetzt auf dem neuen Stand.", fehler);
        }
        Melden($"{Texte.Anzahl(zeilen.Count(z => z.IstGut), "Person ist", "Personen sind")} übernommen und eingeladen.");
        return Redirect($"/verwaltung/personen/import/{kennung}");
    }

    [HttpGet("{kennung}/bericht")]
    public async Task<IActionResult> Herunterladen(string kennung) =>
        await ListeAsync(kennung) is not { UebernommenAm: not null } liste ? NotFound()
        : File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(liste.Bericht)).ToArray(), "text/csv; charset=utf-8", $"bericht-{kennung}.csv");

    private Task<Personenliste?> ListeAsync(string kennung) => Db.Personenlisten.FirstOrDefaultAsync(l => l.Kennung == kennung && l.VonPersonId == Wer.PersonId);
}

public sealed record Importvorschau(Personenliste Liste, IReadOnlyList<string> Hinweise, IReadOnlyList<Importzeile> Zeilen)
{
    /// <summary>So viele gute Zeilen zeigt die Vorschau; fehlerhafte zeigt sie alle.</summary>
    public const int GezeigteGute = 100;

    public IReadOnlyList<Importzeile> Gute => [.. Zeilen.Where(z => z.IstGut)];
    public IReadOnlyList<Importzeile> Fehlerhafte => [.. Zeilen.Where(z => !z.IstGut)];
}

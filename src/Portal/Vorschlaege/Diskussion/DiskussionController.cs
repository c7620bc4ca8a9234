using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;
using Portal.Platform.Markdown;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Vorschlaege.Diskussion;

/// <summary>Die Diskussion über einen Vorschlag: lesen, schreiben, antworten. Nur für die Gruppe und die Geschäftsführung.</summary>
[Authorize]
public sealed class DiskussionController(PortalDb db, TimeProvider uhr, MailWriter briefe) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}/diskussion")]
    public async Task<IActionResult> Seite(string kennung, string? ort, string? antwort, string? vor, bool alle, Beitragsform? form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.AsNoTracking().ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        form ??= new();
        // Nach einem Einwand stehen Ort und Antwort im Formular, sonst in der Adresse.
        antwort ??= form.AntwortAuf;
        var gespraeche = await Db.GespraecheAsync(vorschlag.Id, string.IsNullOrEmpty(ort) ? null : ort, alle, vor, abbruch);
        var layout = (await Db.FormularAsync(abbruch)).Matrix;
        var text = await Db.TextAsync(vorschlag.Id, layout, await Db.StammdatennamenAsync(abbruch), zeigtLeere: true);
        if (!string.IsNullOrEmpty(ort)) form.Ort = ort;
        form.AntwortAuf = antwort;
        return View("Diskussion", new Diskussionsansicht(vorschlag, Diskussionsorte.Von(text.Zeilen, layout), gespraeche, form, Wer)
        {
            Ort = ort ?? "",
            Alle = alle,
            Text = text,
            Namen = [.. (await Db.AnsprechbareAsync(vorschlag.FachgruppeId, abbruch)).Where(p => p.Id != Wer.PersonId).Select(p => p.Name).Distinct()],
            Erwaehnt = (await Db.OffeneErwaehnungen(Wer).Where(e => e.Kommentar.VorschlagId == vorschlag.Id).Select(e => e.KommentarId).ToListAsync(abbruch)).ToHashSet(),
        });
    }

    [HttpPost("/vorschlaege/{kennung}/diskussion"), ZeigtWieder(nameof(Seite))]
    public async Task<IActionResult> Schreiben(string kennung, Beitragsform form, CancellationToken abbruch)
    {
        if (await Db.Vorschlaege.ImKreisVon(Wer).MitKennung(kennung).Include(v => v.Zeilen).Include(v => v.Fachgruppe).FirstOrDefaultAsync(abbruch) is not { } vorschlag) return NotFound();
        if (string.IsNullOrWhiteSpace(form.Text)) throw new RegelVerletzt("Bitte schreiben Sie etwas, bevor Sie senden.", nameof(form.Text));
        var antwortAuf = string.IsNullOrEmpty(form.AntwortAuf) ? null : await Db.Kommentare.FirstOrDefaultAsync(k => k.Kennung == form.AntwortAuf && k.VorschlagId == vorschlag.Id, abbruch)
            ?? throw new RegelVerletzt("Den Beitrag, auf den Sie antworten, gibt es nicht mehr.");
        var ansprechbare = await Db.AnsprechbareAsync(vorschlag.FachgruppeId, abbruch);
        var text = MitAnrede(Freitext.Geprueft(form.Text, "Beitrag", nameof(form.Text)), form.Ansprechen, ansprechbare);
        var angesprochene = Ansprache.In(text, ansprechbare);
        var kommentar = new Kommentar(vorschlag, GueltigerOrt(form.Ort, vorschlag), text, Ansprache.Hervorheben(MarkdownRenderer.ToHtml(text, topHeading: 4), angesprochene), antwortAuf, Wer, Jetzt);
        Db.Kommentare.Add(kommentar);
        foreach (var person in angesprochene.Where(p => p.Id != Wer.PersonId))
        {
            Db.Erwaehnungen.Add(new Erwaehnung(kommentar, person, Jetzt));
            Db.OutgoingMails.Add(Vorschlagsbriefe.Angesprochen(briefe, vorschlag, kommentar, person, Wer));
        }
        if (antwortAuf is not null) await Db.ZurKenntnisNehmenAsync(vorschlag.Id, kommentar.AntwortAufId, Wer, Jetzt, abbruch);
        await Db.SaveChangesAsync(abbruch);
        Melden(antwortAuf is null ? "Ihr Beitrag steht in der Diskussion." : "Ihre Antwort steht in der Diskussion.");
        return Redirect($"/vorschlaege/{kennung}/diskussion#beitrag-{kommentar.Kennung}");
    }

    private static string MitAnrede(string text, string? name, IReadOnlyList<Person> ansprechbare)
    {
        if (string.IsNullOrWhiteSpace(name)) return text;
        var gesucht = name.Trim().TrimStart('@').Trim();
        var person = ansprechbare.FirstOrDefault(p => p.Name.Equals(gesucht, StringComparison.OrdinalIgnoreCase))
            ?? throw new RegelVerletzt($"„{gesucht}“ kann hier nicht angesprochen werden. Ansprechen können Sie die Mitglieder der Gruppe und die Geschäftsführung; wählen Sie einen Namen aus der Liste.", nameof(Beitragsform.Ansprechen));
        return Ansprache.In(text, [person]).Count > 0 ? text : $"@{person.Name} {text}";
    }

    private static string GueltigerOrt(string ort, Vorschlag vorschlag) =>
        ort == Diskussionsorte.Allgemein || Vorschlagsfelder.Alle.Any(f => f.Feld.ToString() == ort) || vorschlag.Zeilen.Any(z => "zeile:" + z.Kennung == ort)
            ? ort : throw new RegelVerletzt("Diese Stelle gibt es im Vorschlag nicht mehr. Wählen Sie eine andere.", nameof(Beitragsform.Ort));
}

/// <summary>Was die Seite der Diskussion zeigt.</summary>
public sealed class Diskussionsansicht(Vorschlag vorschlag, IReadOnlyList<Diskussionsort> orte, Gespraeche gespraeche, Beitragsform form, Akteur wer)
{
    public Vorschlag Vorschlag { get; } = vorschlag;
    public IReadOnlyList<Diskussionsort> Orte { get; } = orte;
    public Gespraeche Gespraeche { get; } = gespraeche;
    public Beitragsform Form { get; } = form;
    public Akteur Wer { get; } = wer;
    public required string Ort { get; init; }
    public required bool Alle { get; init; }
    public required Vorschlagstext Text { get; init; }
    public required IReadOnlyList<string> Namen { get; init; }

    /// <summary>Beiträge, in denen die lesende Person angesprochen ist und noch nichts dazu getan hat.</summary>
    public required IReadOnlySet<int> Erwaehnt { get; init; }

    public Auskunft DarfSchreiben { get; } = Vorschlagsregeln.DarfKommentieren(vorschlag, wer);

    /// <summary>Ob die lesende Person Beiträge anderer entfernen darf.</summary>
    public bool EntferntFremde { get; } = Vorschlagsregeln.DarfFremdeBeitraegeEntfernen(vorschlag, wer).Erlaubt;
    public string Adresse => $"/vorschlaege/{Vorschlag.Kennung}/diskussion";
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Zugang;

namespace Portal.Konferenzen.Besetzung;

/// <summary>Einen freien Sitz besetzen, eine Stellvertretung bestimmen, nachbesetzen.</summary>
[ForRoles(Rolle.Geschaeftsfuehrung), Route("/konferenz/sitze/{kennung}")]
public sealed class BesetzungController(PortalDb db, TimeProvider uhr) : Sitzseitencontroller(db, uhr)
{
    [HttpGet("besetzungen/neu")]
    public Task<IActionResult> Neu(string kennung, Sitzstellung stellung, string? suche) => BesetzungZeigen(kennung, new() { Stellung = stellung, Von = Heute, Suche = suche });

    [HttpPost("besetzungen"), ZeigtWieder(nameof(BesetzungZeigen))]
    public async Task<IActionResult> Besetzen(string kennung, Besetzungsform form)
    {
        var name = await Db.RetryAsync(async () =>
        {
            if (await LadenAsync(kennung) is not { } sitz) return null;
            var person = await PersonAsync(form.Person);
            var vertretungen = (await SeiteAsync(sitz)).Stellvertretungen;
            sitz.Besetzen(person, form.Stellung, form.Von ?? Heute, form.EntsandtVon ?? "", await Db.SitzeDerPersonAsync(person.Id), vertretungen, Wer, Jetzt);
            await Db.RollenAngleichenAsync([person.Id], Wer, Jetzt);
            await Db.SaveChangesAsync();
            return person.Name;
        });
        if (name is null) return NotFound();
        Melden(form.Stellung == Sitzstellung.Inhaber ? $"Der Sitz ist mit {name} besetzt." : $"{name} vertritt den Sitz.");
        return Redirect(Adresse(kennung));
    }

    [HttpGet("nachbesetzung")]
    public Task<IActionResult> NachbesetzungNeu(string kennung, string? suche) => NachbesetzungZeigen(kennung, new() { Von = Heute, Suche = suche });

    [HttpPost("nachbesetzung"), ZeigtWieder(nameof(NachbesetzungZeigen))]
    public async Task<IActionResult> Nachbesetzen(string kennung, Nachbesetzungsform form)
    {
        var name = await Db.RetryAsync(async () =>
        {
            if (await LadenAsync(kennung) is not { } sitz) return null;
            var (person, ab) = (await PersonAsync(form.Person), form.Von ?? Heute);
            var bisherige = sitz.InhaberAm(ab)?.PersonId ?? person.Id;
            sitz.Nachbesetzen(person, ab, form.EntsandtVon ?? "", form.Grund ?? "", await Db.SitzeDerPersonAsync(person.Id), Wer, Jetzt);
            await Db.RollenAngleichenAsync([person.Id, bisherige], Wer, Jetzt);
            await Db.SaveChangesAsync();
            return person.Name;
        });
        if (name is null) return NotFound();
        Melden($"Der Sitz ist nachbesetzt: {name} übernimmt ihn am {Ortszeit.Lang(form.Von ?? Heute)}.");
        return Redirect(Adresse(kennung));
    }

    private async Task<Person> PersonAsync(string? kennung) =>
        await Db.Personen.FirstOrDefaultAsync(p => p.Kennung == kennung) ?? throw new RegelVerletzt("Diese Person gibt es im Portal nicht. Wählen Sie eine aus der Liste.", "Person");

    private async Task<IActionResult> BesetzungZeigen(string kennung, Besetzungsform form)
    {
        if (await LadenAsync(kennung) is not { } sitz) return NotFound();
        ViewData["Seite"] = await SeiteAsync(sitz);
        ViewData["Personen"] = await PersonenAsync($"{Adresse(kennung)}/besetzungen/neu", form.Suche);
        return View("Besetzung", form);
    }

    private async Task<IActionResult> NachbesetzungZeigen(string kennung, Nachbesetzungsform form)
    {
        if (await LadenAsync(kennung) is not { } sitz) return NotFound();
        ViewData["Seite"] = await SeiteAsync(sitz);
        ViewData["Personen"] = await PersonenAsync($"{Adresse(kennung)}/nachbesetzung", form.Suche);
        return View("Nachbesetzung", form);
    }
}

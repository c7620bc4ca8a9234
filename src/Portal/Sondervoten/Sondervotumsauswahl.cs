using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Ergebnis;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Sondervoten;

/// <summary>Wer welche Sondervoten sieht, und was auf den Seiten der Vorschläge und Abstimmungen davon steht.</summary>
public static class Sondervotumsauswahl
{
    private const int HoechstensEmpfehlungen = 300;

    // Wozu die Konferenz mit einer Prioritätenliste etwas empfohlen haben kann.
    private static readonly Vorschlagszustand[] s_empfohlen = [Vorschlagszustand.InPriorisierung, Vorschlagszustand.Priorisiert, Vorschlagszustand.ImSozialkonzept];

    private static readonly Func<PortalDb, int, Task<bool>> s_gibtEs = EF.CompileAsyncQuery((PortalDb db, int vorschlagId) => db.Sondervoten.Any(s => s.VorschlagId == vorschlagId));

    extension(IQueryable<Sondervotum> voten)
    {
        /// <summary>
        /// Offene sehen die Konferenz, wer in der Abstimmung für einen Sitz handelte, und die Geschäftsführung. Feststehende sehen alle Angemeldeten,
        /// und die Öffentlichkeit, wenn der Vorschlag veröffentlicht ist. Zurückgezogene sieht niemand mehr; im Verlauf bleiben sie stehen.
        /// </summary>
        public IQueryable<Sondervotum> SichtbarFuer(Akteur wer, DateOnly heute)
        {
            var gueltige = voten.Where(s => s.ZurueckgezogenAm == null);
            if (wer.IstGeschaeftsfuehrung || wer.IstKonferenzmitglied) return gueltige;
            if (!wer.IstAngemeldet) return gueltige.Where(s => s.LetzterTag < heute && s.Vorschlag!.VeroeffentlichtAm != null);
            var person = wer.PersonId;
            return gueltige.Where(s => s.LetzterTag < heute || s.Abstimmung.Stimmrechte.Any(r => r.HandelndePersonId == person || r.InhaberPersonId == person));
        }

        /// <summary>Mit allem, was die Regeln fragen.</summary>
        public IQueryable<Sondervotum> MitUnterschriften => voten.Include(s => s.Vorschlag).Include(s => s.Abstimmung).ThenInclude(a => a.Geschaeftsordnung)
            .Include(s => s.Abstimmung).ThenInclude(a => a.Stimmrechte)
            .Include(s => s.Mitzeichnungen.OrderBy(m => m.Id)).ThenInclude(m => m.Person).AsSplitQuery();

        public IQueryable<Sondervotumszeile> Zeilen => voten.OrderBy(s => s.Id).Select(s => new Sondervotumszeile(s.Kennung, s.Text, s.LetzterTag, s.Abstimmung.Kennung, s.Abstimmung.Antrag, s.VorschlagId, s.Vorschlag!.Kennung, s.Vorschlag.Titel,
            s.Abstimmung.Geschaeftsordnung!.Inhalt, s.Mitzeichnungen.OrderBy(m => m.Id).Select(m => new Unterschriftszeile(m.Person.Vorname + " " + m.Person.Nachname, m.Stimmrecht.Bank)).ToList()));
    }

    extension(PortalDb db)
    {
        /// <summary>Ob der Sitz, für den die Person handelte, schon unter einem Sondervotum zu derselben Empfehlung steht.</summary>
        public Task<bool> StehtSchonUnterAsync(Abstimmung abstimmung, int? vorschlagId, Akteur wer)
        {
            var recht = Sondervotumsregeln.RechtVon(abstimmung, wer)?.Id ?? 0;
            return db.Sondervoten.AnyAsync(s => s.AbstimmungId == abstimmung.Id && s.VorschlagId == vorschlagId && s.Mitzeichnungen.Any(m => m.StimmrechtId == recht));
        }

        /// <summary>Wozu sich ein Sondervotum abgeben lässt, wenn der Antrag keinen bestimmten Vorschlag nennt: zu denen der Prioritätenliste, um die es ging.</summary>
        public IQueryable<Vorschlag> Empfehlungen(Abstimmung abstimmung, Akteur wer)
        {
            var sichtbare = db.Vorschlaege.SichtbarFuer(wer);
            var empfohlene = abstimmung.RundeId is { } runde
                ? sichtbare.Where(v => db.Rundenvorschlaege.Any(r => r.RundeId == runde && (r.VorschlagId == v.Id || r.Weitere.Any(t => t.VorschlagId == v.Id))))
                : sichtbare.Where(v => s_empfohlen.Contains(v.Zustand));
            return empfohlene.OrderByDescending(v => v.Id).Take(HoechstensEmpfehlungen);
        }

        /// <summary>Wer dieses Sondervotum mitzeichnen kann: alle, die in der Abstimmung für einen Sitz handelten und nicht selbst so entschieden haben.</summary>
        public Task<List<Person>> AngefragteAsync(Sondervotum votum, DateTime jetzt)
        {
            var personen = votum.Abstimmung.Stimmrechte.Select(r => r.HandelndePersonId ?? r.InhaberPersonId).OfType<int>().Distinct()
                .Where(id => Sondervotumsregeln.DarfMitzeichnen(votum, false, new(id, "", [], new Dictionary<int, Mitgliedsrolle>()), jetzt).Erlaubt && votum.Mitzeichnungen.All(m => m.PersonId != id)).ToArray();
            return db.Personen.AsNoTracking().Where(p => personen.Contains(p.Id) && !p.Gesperrt).ToListAsync();
        }

        /// <summary>Ob die Öffentlichkeit heute lesen darf, wer auf welcher Bank sitzt.</summary>
        public async Task<bool> SitzeSindOeffentlichAsync(DateOnly heute) => (await db.Geschaeftsordnungen.AsNoTracking().InKraftAm(heute).FirstOrDefaultAsync())?.Inhalt.SitzeOeffentlich ?? false;

        private async Task<IReadOnlyList<Sondervotumsansicht>> AnsichtenAsync(IQueryable<Sondervotum> voten, Akteur wer, DateOnly heute)
        {
            var zeilen = await voten.SichtbarFuer(wer, heute).Zeilen.ToListAsync();
            var namenHeute = wer.IstAngemeldet || (zeilen.Count > 0 && await db.SitzeSindOeffentlichAsync(heute));
            return [.. zeilen.Select(z => new Sondervotumsansicht(z, Sondervotumsregeln.SiehtNamen(namenHeute && z.Regeln.SitzeOeffentlich, wer), z.LetzterTag >= heute))];
        }
    }

    /// <summary>Was auf der Seite eines Vorschlags steht: jedes Sondervotum zu ihm. Die meisten haben keines, und das ist schnell gefragt.</summary>
    public static async Task<Supplement?> AmVorschlagAsync(PortalDb db, Vorschlag vorschlag, Akteur wer, DateTime jetzt) =>
        await s_gibtEs(db, vorschlag.Id) ? await ZuAsync(db, [vorschlag.Id], wer, jetzt) : null;

    /// <summary>Was beim Ergebnis einer Runde steht: jedes Sondervotum zu den Vorschlägen, die dort als eines bewertet sind.</summary>
    public static Task<Supplement?> AmErgebnisAsync(PortalDb db, Ergebniszeile zeile, Akteur wer, DateTime jetzt) => ZuAsync(db, [.. zeile.Rundenvorschlag.Teile.Select(t => t.Vorschlag.Id)], wer, jetzt);

    private static async Task<Supplement?> ZuAsync(PortalDb db, int[] vorschlaege, Akteur wer, DateTime jetzt)
    {
        var voten = await db.AnsichtenAsync(db.Sondervoten.AsNoTracking().Where(s => vorschlaege.Contains(s.VorschlagId!.Value)), wer, Ortszeit.Datum(jetzt));
        return voten.Count == 0 ? null : new("/Sondervoten/_Sondervoten.cshtml", new Sondervotumsliste(voten, AmVorschlag: true, null, null));
    }

    /// <summary>Was auf der Seite einer Abstimmung steht: jedes Sondervotum zu ihr, und ob diese Person eines abgeben kann.</summary>
    public static async Task<Supplement?> AnDerAbstimmungAsync(PortalDb db, Abstimmung abstimmung, Akteur wer, DateTime jetzt)
    {
        if (abstimmung.Zustand != Abstimmungszustand.Geschlossen) return null;
        var voten = await db.AnsichtenAsync(db.Sondervoten.AsNoTracking().Where(s => s.AbstimmungId == abstimmung.Id), wer, Ortszeit.Datum(jetzt));
        var schon = abstimmung.VorschlagId is not null && await db.StehtSchonUnterAsync(abstimmung, abstimmung.VorschlagId, wer);
        Auskunft? darf = Sondervotumsregeln.RechtVon(abstimmung, wer) is null ? null : Sondervotumsregeln.DarfVerfassen(abstimmung, abstimmung.Vorschlag, schon, wer, jetzt);
        return voten.Count == 0 && darf is null ? null : new("/Sondervoten/_Sondervoten.cshtml", new Sondervotumsliste(voten, AmVorschlag: false, darf, $"/konferenz/abstimmungen/{abstimmung.Kennung}/sondervoten/neu"));
    }
}

public sealed record Unterschriftszeile(string Name, string Bank);

/// <param name="Regeln">Die Geschäftsordnung, nach der abgestimmt wurde.</param>
public sealed record Sondervotumszeile(string Kennung, string Text, DateOnly LetzterTag, string Abstimmung, string Antrag, int? VorschlagId, string? Vorschlag, string? Vorschlagstitel, Geschaeftsordnungsinhalt Regeln, List<Unterschriftszeile> Unterschriften);

/// <summary>Ein Sondervotum, wie diese Person es liest.</summary>
public sealed record Sondervotumsansicht(Sondervotumszeile Zeile, bool SiehtNamen, bool IstOffen)
{
    /// <summary>Mit Namen und Bank, oder nur die Bänke mit der Zahl der Sitze.</summary>
    public string Unterschriften => SiehtNamen
        ? string.Join(", ", Zeile.Unterschriften.Select(u => $"{u.Name} ({u.Bank})"))
        : string.Join(", ", Zeile.Unterschriften.CountBy(u => u.Bank).Select(b => $"{Texte.Anzahl(b.Value, "Sitz", "Sitze")} der Bank {b.Key}"));
}

/// <param name="AmVorschlag">Auf der Seite des Vorschlags; sonst auf der der Abstimmung.</param>
/// <param name="DarfVerfassen">Leer, wenn die Person in der Abstimmung für keinen Sitz handelte.</param>
public sealed record Sondervotumsliste(IReadOnlyList<Sondervotumsansicht> Voten, bool AmVorschlag, Auskunft? DarfVerfassen, string? Neu);

using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Konferenzen;

/// <summary>Welche Fassungen der Geschäftsordnung wer liest, und wer an welchem Tag in der Konferenz sitzt.</summary>
public static class Konferenzauswahl
{
    extension(IQueryable<Geschaeftsordnung> ordnungen)
    {
        /// <summary>Angemeldete lesen, was beschlossen ist; den Entwurf liest nur die Geschäftsführung. Die Öffentlichkeit liest keine Fassung.</summary>
        public IQueryable<Geschaeftsordnung> SichtbarFuer(Akteur wer) =>
            wer.IstGeschaeftsfuehrung ? ordnungen
            : wer.IstAngemeldet ? ordnungen.Where(g => g.GiltAb != null)
            : ordnungen.Where(g => false);

        public IQueryable<Geschaeftsordnung> MitKennung(string kennung) => ordnungen.Where(g => g.Kennung == kennung);

        public IQueryable<Geschaeftsordnung> Entwuerfe => ordnungen.Where(g => g.GiltAb == null);

        /// <summary>Die Fassung, die an diesem Tag gilt: höchstens eine.</summary>
        public IQueryable<Geschaeftsordnung> InKraftAm(DateOnly tag) =>
            ordnungen.Where(g => g.GiltAb != null && g.GiltAb <= tag && (g.GiltBis == null || g.GiltBis >= tag));

        /// <summary>Die zuletzt in Kraft gesetzte zuerst, auch wenn sie erst künftig gilt.</summary>
        public IQueryable<Geschaeftsordnung> Beschlossene => ordnungen.Where(g => g.GiltAb != null).OrderByDescending(g => g.GiltAb);
    }

    extension(IQueryable<Sitz> sitze)
    {
        /// <summary>Einzelne Sitze mit ihrer ganzen Geschichte lesen Angemeldete.</summary>
        public IQueryable<Sitz> SichtbarFuer(Akteur wer) => wer.IstAngemeldet ? sitze : sitze.Where(s => false);

        public IQueryable<Sitz> Am(DateOnly tag) => sitze.Where(s => s.Von <= tag && (s.Bis == null || s.Bis >= tag));

        /// <summary>Mit allem, was die Regeln fragen.</summary>
        public IQueryable<Sitz> MitBesetzungen => sitze.Include(s => s.Besetzungen).ThenInclude(b => b.Person).Include(s => s.Besetzungen).ThenInclude(b => b.Ruhezeiten).AsSplitQuery();
    }

    extension(IQueryable<Sitzbesetzung> besetzungen)
    {
        public IQueryable<Sitzbesetzung> Am(DateOnly tag) => besetzungen.Where(b => b.Von <= tag && (b.Bis == null || b.Bis >= tag));

        /// <summary>Wer an diesem Tag für die Konferenz handelt: Inhaber:innen und Stellvertretungen, deren Mitgliedschaft nicht ruht.</summary>
        public IQueryable<Sitzbesetzung> HandelndAm(DateOnly tag) =>
            besetzungen.Am(tag).Where(b => !b.Ruhezeiten.Any(r => r.Von <= tag && (r.Bis == null || r.Bis >= tag)));
    }

    extension(PortalDb db)
    {
        /// <summary>Setzt den Entwurf in Kraft, legt neue Sitze an und lässt die anderen enden. Gespeichert wird danach.</summary>
        public async Task InKraftSetzenAsync(Geschaeftsordnung ordnung, DateOnly ab, string grund, Akteur wer, DateTime jetzt, CancellationToken abbruch = default)
        {
            ordnung.InKraftSetzen(ab, grund, await db.Geschaeftsordnungen.Beschlossene.FirstOrDefaultAsync(abbruch), wer, jetzt);
            var plan = Sitzplan.Fuer(ordnung.Inhalt, await db.Sitze.MitBesetzungen.ToListAsync(abbruch), ab);
            foreach (var (bank, fraktion, nummer) in plan.Neu) db.Add(new Sitz(bank, nummer, fraktion, ab));
            foreach (var sitz in plan.Bleiben) sitz.Bleiben(ordnung.Inhalt.Bank(sitz.Bank)!);
            foreach (var sitz in plan.Fallweg) sitz.Wegfallen(ab.AddDays(-1), $"Mit Fassung {ordnung.Nummer} der Geschäftsordnung gibt es diesen Sitz nicht mehr.", wer, jetzt);
            await db.RollenAngleichenAsync([.. plan.Fallweg.SelectMany(s => s.Besetzungen).Select(b => b.PersonId).Distinct()], wer, jetzt, abbruch);
        }

        /// <summary>Wer an diesem Tag sitzt, in der Reihenfolge der Sitze: zwei Abfragen, wie viele Sitze es auch sind.</summary>
        public async Task<IReadOnlyList<Sitzzeile>> SitzordnungAsync(DateOnly tag, CancellationToken abbruch = default)
        {
            var sitze = await db.Sitze.Am(tag).OrderBy(s => s.Bank).ThenBy(s => s.Nummer).Select(s => new { s.Id, s.Kennung, s.Bank, s.Nummer, s.Fraktion }).ToListAsync(abbruch);
            var besetzungen = (await db.Sitzbesetzungen.Am(tag).OrderBy(b => b.Von).ThenBy(b => b.Id)
                .Select(b => new
                {
                    b.SitzId,
                    Zeile = new Besetzungszeile(b.Stellung, b.Person.Vorname + " " + b.Person.Nachname, b.EntsandtVon, b.Von, b.Bis,
                        b.Ruhezeiten.Any(r => r.Von <= tag && (r.Bis == null || r.Bis >= tag))),
                })
                .ToListAsync(abbruch)).ToLookup(b => b.SitzId, b => b.Zeile);
            return [.. sitze.Select(s => new Sitzzeile(s.Kennung, s.Bank, s.Nummer, s.Fraktion, [.. besetzungen[s.Id]]))];
        }

        /// <summary>Personen, unter denen sich eine für einen Sitz wählen lässt: nach Namen, ohne gesperrte.</summary>
        public Task<List<Personenwahl>> PersonenZurWahlAsync(string suche, int hoechstens, CancellationToken abbruch = default)
        {
            var personen = db.Personen.AsNoTracking().Where(p => !p.Gesperrt).MitWorten(suche);
            return personen.OrderBy(p => p.Nachname).ThenBy(p => p.Vorname).ThenBy(p => p.Id).Take(hoechstens)
                .Select(p => new Personenwahl(p.Kennung, p.Vorname + " " + p.Nachname, p.Organisation)).ToListAsync(abbruch);
        }

        /// <summary>Was eine Person heute und künftig in der Konferenz innehat oder vertritt.</summary>
        public Task<List<Sitzbesetzung>> SitzeDerPersonAsync(int personId, CancellationToken abbruch = default) =>
            db.Sitzbesetzungen.Include(b => b.Sitz).Where(b => b.PersonId == personId).ToListAsync(abbruch);

        /// <summary>
        /// Zieht die Rolle „Konferenzmitglied“ nach, bevor gespeichert wird: Wer heute oder künftig zu einem Sitz gehört, trägt sie, sonst niemand.
        /// Was jemand an einem Tag darf, entscheidet <see cref="HandelndAm"/>; die Rolle macht ihn in Listen auffindbar.
        /// </summary>
        public async Task RollenAngleichenAsync(IReadOnlyCollection<int> personIds, Akteur wer, DateTime jetzt, CancellationToken abbruch = default)
        {
            var heute = Grundbegriffe.Ortszeit.Datum(jetzt);
            var personen = await db.Personen.Where(p => personIds.Contains(p.Id)).ToListAsync(abbruch);
            await db.Sitzbesetzungen.Where(b => personIds.Contains(b.PersonId)).LoadAsync(abbruch);
            foreach (var person in personen)
            {
                var sitzt = db.Sitzbesetzungen.Local.Any(b => b.PersonId == person.Id && (b.Bis is not { } bis || bis >= heute));
                if (sitzt == person.Rollen.Contains(Rolle.Konferenzmitglied)) continue;
                person.RollenMitbringen(sitzt ? person.Rollen.Append(Rolle.Konferenzmitglied) : person.Rollen.Where(r => r != Rolle.Konferenzmitglied), wer.PersonId, jetzt);
            }
        }
    }
}

/// <summary>Ein Sitz an einem Tag, und wer zu ihm gehört.</summary>
public sealed record Sitzzeile(string Kennung, string Bank, int Nummer, string Fraktion, IReadOnlyList<Besetzungszeile> Besetzungen)
{
    public Besetzungszeile? Inhaber => Besetzungen.FirstOrDefault(b => b.Stellung == Sitzstellung.Inhaber);
    public IEnumerable<Besetzungszeile> Stellvertretungen => Besetzungen.Where(b => b.Stellung == Sitzstellung.Stellvertretung);
}

public sealed record Besetzungszeile(Sitzstellung Stellung, string Name, string EntsandtVon, DateOnly Von, DateOnly? Bis, bool Ruht);

public sealed record Personenwahl(string Kennung, string Name, string Organisation);

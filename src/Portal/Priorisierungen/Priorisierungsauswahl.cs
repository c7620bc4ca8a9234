using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Data;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Priorisierungen;

/// <summary>Wer welche Runden und Bögen sieht, wer für einen Sitz handelt und wer noch einen Bogen schuldet.</summary>
public static class Priorisierungsauswahl
{
    extension(IQueryable<Priorisierungsrunde> runden)
    {
        /// <summary>
        /// Die Geschäftsführung sieht jede Runde; wer heute zur Konferenz gehört, jede eröffnete. Für alle anderen gibt es sie hier nicht;
        /// was sie von den Ergebnissen lesen, regelt die Geschäftsordnung.
        /// </summary>
        public IQueryable<Priorisierungsrunde> SichtbarFuer(Akteur wer) =>
            wer.IstGeschaeftsfuehrung ? runden
            : wer.IstKonferenzmitglied ? runden.Where(r => r.EroeffnetAm != null)
            : runden.Where(r => false);

        public IQueryable<Priorisierungsrunde> MitKennung(string kennung) => runden.Where(r => r.Kennung == kennung);

        /// <summary>Mit allem, was bewertet wird: jedem Vorschlag und seiner Gruppe, auch denen in einer Bündelung.</summary>
        public IQueryable<Priorisierungsrunde> MitVorschlaegen => runden
            .Include(r => r.Vorschlaege.OrderBy(v => v.Reihenfolge)).ThenInclude(v => v.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(r => r.Vorschlaege).ThenInclude(v => v.Weitere.OrderBy(t => t.VorschlagId)).ThenInclude(t => t.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(r => r.Vorschlaege).ThenInclude(v => v.Buendelung!).ThenInclude(b => b.Teile).ThenInclude(t => t.Vorschlag)
            .AsSplitQuery();

        public IQueryable<Priorisierungsrunde> OffenAm(DateTime jetzt) =>
            runden.Where(r => r.EroeffnetAm != null && r.GeschlossenAm == null && r.Von <= jetzt && r.Bis > jetzt);

        public IQueryable<Priorisierungsrunde> GeschlossenAm(DateTime jetzt) =>
            runden.Where(r => r.EroeffnetAm != null && (r.GeschlossenAm != null || r.Bis <= jetzt));
    }

    extension(IQueryable<Bewertungsbogen> boegen)
    {
        /// <summary>Die Bögen der Sitze, die diese Person heute innehat oder vertritt, ohne dass sie ruht.</summary>
        public IQueryable<Bewertungsbogen> DerSitzeVon(int personId, PortalDb db, DateOnly tag)
        {
            var handelnde = db.Sitzbesetzungen.HandelndAm(tag);
            return boegen.Where(b => handelnde.Any(h => h.SitzId == b.SitzId && h.PersonId == personId));
        }
    }

    extension(IQueryable<Rundenvorschlag> vorschlaege)
    {
        /// <summary>Was noch zu bewerten ist: ein zurückgezogener Vorschlag nicht mehr; eine Bündelung, solange einer ihrer Vorschläge bleibt.</summary>
        public IQueryable<Rundenvorschlag> ZuBewerten => vorschlaege.Where(v => v.Vorschlag.Zustand != Vorschlagszustand.Zurueckgezogen || v.Weitere.Any(t => t.Vorschlag.Zustand != Vorschlagszustand.Zurueckgezogen));

        /// <summary>Mit jedem Vorschlag und seiner Gruppe, auch denen in einer Bündelung; in der Reihenfolge der Runde.</summary>
        public IQueryable<Rundenvorschlag> MitTeilen => vorschlaege.Include(v => v.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(v => v.Weitere.OrderBy(t => t.VorschlagId)).ThenInclude(t => t.Vorschlag).ThenInclude(v => v.Fachgruppe)
            .Include(v => v.Buendelung).OrderBy(v => v.Reihenfolge);
    }

    extension(PortalDb db)
    {
        /// <summary>
        /// Wer an diesem Tag für jeden Bogen handelt: die Stellvertretung, der er übergeben ist; sonst die Inhaber:in; ruht sie oder ist der Sitz frei,
        /// die Stellvertretung. Höchstens eine Person.
        /// </summary>
        public IQueryable<Bogenstand> Bogenstaende(DateOnly tag)
        {
            var handelnde = db.Sitzbesetzungen.HandelndAm(tag);
            return db.Bewertungsboegen.Select(b => new Bogenstand
            {
                BogenId = b.Id,
                RundeId = b.RundeId,
                Runde = b.Runde.Kennung,
                Rundentitel = b.Runde.Titel,
                Bis = b.Runde.Bis,
                Sitz = b.Sitz,
                Sitzname = b.Sitzname,
                Bank = b.Bank,
                Fraktion = b.Fraktion,
                AbgegebenAm = b.AbgegebenAm,
                Weg = b.Weg,
                Uebergeben = b.VertretungDurchId != null,
                Papier = db.Papierboegen.Any(p => p.BogenId == b.Id),
                PersonId = handelnde.Where(h => h.SitzId == b.SitzId && h.PersonId == b.VertretungDurchId).OrderBy(h => h.Id).Select(h => (int?)h.PersonId).FirstOrDefault()
                    ?? handelnde.Where(h => h.SitzId == b.SitzId && h.Stellung == Sitzstellung.Inhaber).OrderBy(h => h.Id).Select(h => (int?)h.PersonId).FirstOrDefault()
                    ?? handelnde.Where(h => h.SitzId == b.SitzId).OrderBy(h => h.Von).ThenBy(h => h.Id).Select(h => (int?)h.PersonId).FirstOrDefault(),
            });
        }

        /// <summary>
        /// Wer einer offenen Runde noch einen Bogen schuldet. Aus dieser einen Abfrage kommen die Liste, die Zahl, die Punkte in „Was steht an?“ und die Erinnerung.
        /// </summary>
        public IQueryable<Bogenstand> AusstehendeBoegen(DateTime jetzt)
        {
            var offene = db.Priorisierungsrunden.OffenAm(jetzt);
            return db.Bogenstaende(Ortszeit.Datum(jetzt)).Where(b => b.AbgegebenAm == null && !b.Papier && offene.Any(r => r.Id == b.RundeId));
        }

        /// <summary>Diese Bögen mit dem Namen dessen, der handelt, in der Reihenfolge der Sitze.</summary>
        /// <param name="ab">Kennung des Sitzes, mit dem es beginnt; leer: mit dem ersten.</param>
        public async Task<IReadOnlyList<Bogenzeile>> BogenzeilenAsync(IQueryable<Bogenstand> boegen, int rundeId, string? ab, int hoechstens, CancellationToken abbruch = default)
        {
            // Mit der Eröffnung bekommen die Sitze ihre Bögen in ihrer Reihenfolge.
            if (!string.IsNullOrEmpty(ab)) boegen = boegen.Where(b => b.BogenId >= db.Bewertungsboegen.Where(x => x.RundeId == rundeId && x.Sitz == ab).Select(x => x.Id).FirstOrDefault());
            return await boegen.Where(b => b.RundeId == rundeId).OrderBy(b => b.BogenId).Take(hoechstens)
                .Select(b => new Bogenzeile(b.Sitz, b.Sitzname, b.Bank, b.Fraktion, b.AbgegebenAm, b.Weg, b.Uebergeben, b.Papier, b.PersonId,
                    db.Personen.Where(p => p.Id == b.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault() ?? ""))
                .ToListAsync(abbruch);
        }

        /// <summary>Die Bögen der Sitze, die diese Person heute innehat oder vertritt.</summary>
        public async Task<IReadOnlyList<Bogenzeile>> EigeneBogenzeilenAsync(int rundeId, int personId, DateOnly tag, CancellationToken abbruch = default)
        {
            var sitze = await db.Bewertungsboegen.Where(b => b.RundeId == rundeId).DerSitzeVon(personId, db, tag).Select(b => b.Sitz).ToListAsync(abbruch);
            return sitze.Count == 0 ? [] : await db.BogenzeilenAsync(db.Bogenstaende(tag).Where(b => sitze.Contains(b.Sitz)), rundeId, null, sitze.Count, abbruch);
        }

        /// <summary>Wie viele Bögen die Runde hat und wie viele davon abgegeben sind.</summary>
        public async Task<(int Alle, int Abgegeben)> BogenzahlenAsync(int rundeId, CancellationToken abbruch = default)
        {
            var zahlen = await db.Bewertungsboegen.Where(b => b.RundeId == rundeId).GroupBy(b => b.AbgegebenAm != null).Select(g => new { Abgegeben = g.Key, Zahl = g.Count() }).ToListAsync(abbruch);
            return (zahlen.Sum(z => z.Zahl), zahlen.Where(z => z.Abgegeben).Sum(z => z.Zahl));
        }

        /// <summary>Ein Abschnitt dessen, was in der Runde bewertet wird, und wie viel es im Ganzen ist.</summary>
        /// <param name="ab">Reihenfolge des ersten.</param>
        public async Task<Rundenabschnitt> RundenabschnittAsync(int rundeId, int ab, int hoechstens, CancellationToken abbruch = default)
        {
            var alle = db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == rundeId);
            var zahlen = await alle.ZuBewerten.GroupBy(v => v.BuendelungId != null).Select(g => new { Gebuendelt = g.Key, Zahl = g.Count() }).ToListAsync(abbruch);
            var zeilen = await alle.Where(v => v.Reihenfolge >= ab).MitTeilen.Take(hoechstens + 1).AsSplitQuery().ToListAsync(abbruch);
            return new([.. zeilen.Take(hoechstens)], await alle.CountAsync(abbruch), zahlen.Where(z => !z.Gebuendelt).Sum(z => z.Zahl), zahlen.Where(z => z.Gebuendelt).Sum(z => z.Zahl), zeilen.Count > hoechstens ? zeilen[hoechstens].Reihenfolge : null);
        }

        /// <summary>Die Geschäftsordnung, die heute gilt, und die Sitze, die es heute gibt.</summary>
        public async Task<(Geschaeftsordnung? Ordnung, IReadOnlyList<Sitz> Sitze)> KonferenzAmAsync(DateOnly tag, CancellationToken abbruch = default) => (
            await db.Geschaeftsordnungen.InKraftAm(tag).FirstOrDefaultAsync(abbruch),
            await db.Sitze.Am(tag).MitBesetzungen.OrderBy(s => s.Bank).ThenBy(s => s.Nummer).ToListAsync(abbruch));

        /// <summary>Was der Eröffnung noch entgegensteht. Gelesen wird von den Vorschlägen der Runde nur, wogegen es etwas geben kann.</summary>
        /// <param name="anzahl">Wie viel in der Runde zu bewerten ist.</param>
        public async Task<Auskunft> PruefungAsync(Priorisierungsrunde runde, int anzahl, Akteur wer, DateTime jetzt, CancellationToken abbruch = default)
        {
            var (ordnung, sitze) = await db.KonferenzAmAsync(Ortszeit.Datum(jetzt), abbruch);
            var erwartet = Rundenregeln.Erwartet(runde);
            var fragliche = await db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == runde.Id)
                .Where(v => v.BuendelungId != null || v.Vorschlag.Weg == Fachgruppen.Weg.Fachsozialplanung || v.Vorschlag.Zustand != erwartet || db.Buendelungsteile.Any(t => t.VorschlagId == v.VorschlagId && t.Laeuft))
                .OrderBy(v => v.Reihenfolge).Include(v => v.Vorschlag).Include(v => v.Buendelung!).ThenInclude(b => b.Teile).ThenInclude(t => t.Vorschlag).AsSplitQuery().ToListAsync(abbruch);
            var laufende = fragliche.Count == 0 ? [] : await db.Buendelungen.AsNoTracking().MitTeilen().Laufend.Mit([.. fragliche.Select(v => v.VorschlagId)]).ToListAsync(abbruch);
            return Rundenregeln.DarfEroeffnen(runde, anzahl, new([.. fragliche.Select(v => new Rundenposten(v.Vorschlag, v.Buendelung))], laufende), ordnung, sitze, wer, jetzt);
        }

        /// <summary>Die laufenden Bündelungen, zu denen ein Vorschlag der Runde gehört.</summary>
        public Task<List<Buendelung>> LaufendeBuendelungenAsync(Priorisierungsrunde runde) =>
            db.Buendelungen.MitTeilen().Laufend.Mit([.. runde.Vorschlaege.SelectMany(v => v.Teile.Select(t => t.Vorschlag.Id))]).ToListAsync();

        /// <summary>Was das Formular gewählt hat, in der Reihenfolge, in der die Vorschläge angelegt wurden.</summary>
        /// <param name="vorschlaege">Kennungen einzelner Vorschläge.</param>
        /// <param name="buendelungen">Kennungen von Bündelungen.</param>
        public async Task<Rundenwahl> RundenwahlAsync(IReadOnlyCollection<string> vorschlaege, IReadOnlyCollection<string> buendelungen)
        {
            var einzelne = await db.Vorschlaege.Where(v => vorschlaege.Contains(v.Kennung)).ToListAsync();
            var gebuendelte = await db.Buendelungen.MitTeilen().Where(b => buendelungen.Contains(b.Kennung)).ToListAsync();
            var laufende = await db.Buendelungen.MitTeilen().Laufend.Mit([.. einzelne.Select(v => v.Id)]).ToListAsync();
            return new([.. einzelne.Select(v => new Rundenposten(v)).Concat(gebuendelte.Select(Rundenposten.Von)).OrderBy(p => p.Vorschlag.Id)], laufende);
        }

        /// <summary>
        /// Was sich für diese Runde einzeln auswählen lässt: gesichtete Vorschläge, nie die einer Fachsozialplanung und keine aus einer laufenden Bündelung;
        /// in einer weiteren Runde die der ersten, die noch in Priorisierung sind.
        /// </summary>
        public IQueryable<Vorschlag> ZurWahl(Priorisierungsrunde runde) => runde.ErsteRundeId is { } erste
            ? db.Vorschlaege.Where(v => v.Zustand == Vorschlagszustand.InPriorisierung && db.Rundenvorschlaege.Any(r => r.RundeId == erste && r.VorschlagId == v.Id && r.BuendelungId == null)).OrderBy(v => v.Id)
            : db.Vorschlaege.Where(v => v.Zustand == Vorschlagszustand.Gesichtet && v.Weg != Fachgruppen.Weg.Fachsozialplanung && !db.Buendelungsteile.Any(t => t.VorschlagId == v.Id && t.Laeuft)).OrderBy(v => v.Id);

        /// <summary>Die Bündelungen, mit denen diese Runde zu tun hat: alle laufenden, die noch in keiner sind; in einer weiteren Runde die der ersten.</summary>
        public IQueryable<Buendelung> BuendelungenZurWahl(Priorisierungsrunde runde) => runde.ErsteRundeId is { } erste
            ? db.Buendelungen.MitTeilen().Where(b => b.Teile.Any(t => t.Vorschlag.Zustand == Vorschlagszustand.InPriorisierung) && db.Rundenvorschlaege.Any(r => r.RundeId == erste && r.BuendelungId == b.Id)).OrderBy(b => b.Id)
            : db.Buendelungen.MitTeilen().Laufend.Where(b => b.InPriorisierungSeit == null).OrderBy(b => b.Id);

        /// <summary>Je Vorschlag die jüngste Fassung: nach dem Einreichen schreibt niemand mehr, sie ist also die eingereichte.</summary>
        public Task<Dictionary<int, int>> EingereichteFassungenAsync(IReadOnlyCollection<int> vorschlaege, CancellationToken abbruch = default) =>
            db.Fassungen.Where(f => vorschlaege.Contains(f.VorschlagId))
                .GroupBy(f => f.VorschlagId).Select(g => new { g.Key, Nummer = g.Max(f => f.Nummer) }).ToDictionaryAsync(f => f.Key, f => f.Nummer, abbruch);

        /// <summary>Wer jetzt für diesen Bogen handelt.</summary>
        public async Task<Zustaendigkeit> ZustaendigkeitAsync(int bogenId, DateOnly tag, CancellationToken abbruch = default)
        {
            var id = await db.Bogenstaende(tag).Where(b => b.BogenId == bogenId).Select(b => b.PersonId).FirstOrDefaultAsync(abbruch);
            var name = id is null ? null : await db.Personen.Where(p => p.Id == id).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefaultAsync(abbruch);
            return name is null ? Zustaendigkeit.Niemand : new(id, name);
        }

        /// <summary>Wer den Sitz heute innehat und nicht ruht; wer ihn heute vertreten kann.</summary>
        public async Task<IReadOnlyList<Sitzperson>> SitzpersonenAsync(int sitzId, DateOnly tag, CancellationToken abbruch = default) =>
            await db.Sitzbesetzungen.HandelndAm(tag).Where(b => b.SitzId == sitzId).OrderBy(b => b.Von).ThenBy(b => b.Id)
                .Select(b => new Sitzperson(b.PersonId, b.Person.Kennung, b.Person.Vorname + " " + b.Person.Nachname, b.Stellung)).ToListAsync(abbruch);

        /// <summary>Die abgegebenen Bögen einer geschlossenen Runde, so wie sie gespeichert sind.</summary>
        /// <exception cref="InvalidOperationException">vor dem Schluss: Zwischenstände gibt es nicht.</exception>
        public async Task<Rundendaten> RundendatenAsync(Priorisierungsrunde runde, DateTime jetzt, CancellationToken abbruch = default)
        {
            if (runde.ZustandAm(jetzt) != Rundenzustand.Geschlossen) throw new InvalidOperationException($"Die Runde {runde.Kennung} ist nicht geschlossen.");
            var (rundeId, schluss) = (runde.Id, runde.Schluss);
            var zeilen = await db.Rundenvorschlaege.AsNoTracking().Where(v => v.RundeId == rundeId).MitTeilen.ToListAsync(abbruch);
            var vorschlaege = zeilen.Where(v => !v.WarZurueckgezogenAm(schluss!.Value)).Select(v => new Rundendatenvorschlag(v.Id, v.Vorschlag.Kennung)).ToList();
            var boegen = await db.Bewertungsboegen.Where(b => b.RundeId == rundeId).OrderBy(b => b.Id)
                .Select(b => new Rundendatenbogen(b.Id, b.Sitz, b.Sitzname, b.Bank, b.AbgegebenAm != null)).ToListAsync(abbruch);
            var bewertungen = await db.Bewertungen.Where(w => db.Bewertungsboegen.Any(b => b.Id == w.BogenId && b.RundeId == rundeId && b.AbgegebenAm != null)).OrderBy(w => w.Id)
                .Select(w => new Rundendatenwert(w.BogenId, w.RundenvorschlagId, w.Befangen, w.Punkte)).ToListAsync(abbruch);
            return new(runde, runde.Grundlage!, vorschlaege, boegen, bewertungen);
        }
    }
}

/// <summary>Ein Bogen mit dem, der heute für ihn handelt.</summary>
public sealed class Bogenstand
{
    public int BogenId { get; init; }
    public int RundeId { get; init; }
    public required string Runde { get; init; }
    public required string Rundentitel { get; init; }
    public DateTime? Bis { get; init; }
    public required string Sitz { get; init; }
    public required string Sitzname { get; init; }
    public required string Bank { get; init; }
    public required string Fraktion { get; init; }
    public DateTime? AbgegebenAm { get; init; }
    public Bogenweg Weg { get; init; }
    public bool Uebergeben { get; init; }

    /// <summary>Ob für ihn ein Papierbogen eingetragen ist.</summary>
    public bool Papier { get; init; }

    /// <summary>Leer, wenn niemand handelt.</summary>
    public int? PersonId { get; init; }
}

public sealed record Bogenzeile(string Sitz, string Sitzname, string Bank, string Fraktion, DateTime? AbgegebenAm, Bogenweg Weg, bool Uebergeben, bool Papier, int? PersonId, string Person)
{
    public bool IstAbgegeben => AbgegebenAm is not null;

    /// <summary>Niemand hat den Sitz inne oder vertritt ihn, und auf Papier ist auch nichts da.</summary>
    public bool IstFrei => Person.Length == 0 && !IstAbgegeben && !Papier;

    /// <summary>Wie weit der Bogen ist, als Satz.</summary>
    public string Stand(Rundenzustand runde) =>
        AbgegebenAm is { } am ? (Weg == Bogenweg.Papier ? $"Abgegeben am {Ortszeit.KurzMitUhrzeit(am)}, auf Papier." : $"Abgegeben am {Ortszeit.KurzMitUhrzeit(am)}.")
        : runde == Rundenzustand.Geschlossen ? "Nicht abgegeben; der Bogen zählt nicht."
        : Papier ? "Ein Papierbogen ist eingetragen und wartet auf Bestätigung."
        : "Noch nicht abgegeben. Nur abgegebene Bögen zählen.";
}

/// <summary>Ein Abschnitt dessen, was in einer Runde bewertet wird.</summary>
/// <param name="Anzahl">Wie viele Zeilen die Runde hat, auch die zurückgezogenen.</param>
/// <param name="Einzelne">Wie viele Vorschläge noch für sich zu bewerten sind.</param>
/// <param name="Buendelungen">Wie viele Bündelungen noch zu bewerten sind.</param>
/// <param name="Weiter">Reihenfolge der ersten Zeile danach; leer am Ende.</param>
public sealed record Rundenabschnitt(IReadOnlyList<Rundenvorschlag> Zeilen, int Anzahl, int Einzelne, int Buendelungen, int? Weiter)
{
    /// <summary>Ob es vor oder nach diesem Abschnitt noch etwas gibt.</summary>
    public bool IstTeil => Zeilen.Count < Anzahl;
}

public sealed record Sitzperson(int PersonId, string Kennung, string Name, Sitzstellung Stellung);

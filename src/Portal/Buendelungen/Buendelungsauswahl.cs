using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen.Ueberschneidung;
using Portal.Fachgruppen;
using Portal.Platform.Data;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Buendelungen;

/// <summary>Ein Vorschlag, der sich bündeln lässt.</summary>
public sealed record Buendelbarer(int Id, string Kennung, string Titel, string Gruppe, string Kurzfassung);

/// <summary>Wer welche Bündelung sieht, und was sich bündeln lässt.</summary>
public static class Buendelungsauswahl
{
    /// <summary>Unter so vielen gesichteten Vorschlägen wird höchstens gesucht, den zuletzt gesichteten.</summary>
    public const int HoechstensVerglichen = 400;

    private static readonly Vorschlagsfeld[] s_verglicheneFelder = [Vorschlagsfeld.Titel, Vorschlagsfeld.Kurzfassung, Vorschlagsfeld.Bedarf, Vorschlagsfeld.Umsetzungsschritte];

    extension(IQueryable<Buendelung> buendelungen)
    {
        /// <summary>Die Geschäftsführung sieht alle, eine Gruppe die mit ihren Vorschlägen, ein Konferenzmitglied die vereinbarten. Öffentlich ist keine.</summary>
        public IQueryable<Buendelung> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return buendelungen;
            var gruppen = wer.Fachgruppen.Keys.ToArray();
            var konferenz = wer.IstKonferenzmitglied;
            return buendelungen.Where(b => (konferenz && b.Zustand == Buendelungszustand.Vereinbart) || b.Teile.Any(t => gruppen.Contains(t.Vorschlag.FachgruppeId)));
        }

        public IQueryable<Buendelung> Laufend => buendelungen.Where(b => b.Zustand == Buendelungszustand.Vorgeschlagen || b.Zustand == Buendelungszustand.Vereinbart);

        /// <summary>Die, zu denen einer dieser Vorschläge gehört.</summary>
        public IQueryable<Buendelung> Mit(IReadOnlyCollection<int> vorschlaege)
        {
            var ids = vorschlaege.ToArray();
            return buendelungen.Where(b => b.Teile.Any(t => ids.Contains(t.VorschlagId)));
        }

        public IQueryable<Buendelung> MitTeilen() => buendelungen.Include(b => b.Teile).ThenInclude(t => t.Vorschlag).ThenInclude(v => v.Fachgruppe);
    }

    extension(PortalDb db)
    {
        /// <summary>Gesichtete Vorschläge, die in keiner laufenden Bündelung sind und von der Konferenz bewertet werden; die zuletzt gesichteten zuerst.</summary>
        public IQueryable<Vorschlag> Buendelbare() => db.Vorschlaege.AsNoTracking()
            .Where(v => v.Zustand == Vorschlagszustand.Gesichtet && v.Weg != Weg.Fachsozialplanung && !db.Buendelungsteile.Any(t => t.VorschlagId == v.Id && t.Laeuft))
            .OrderByDescending(v => v.StandSeit).ThenByDescending(v => v.Id);

        public Task<List<Buendelbarer>> BuendelbareAsync(CancellationToken abbruch = default) =>
            db.Buendelbare().Select(v => new Buendelbarer(v.Id, v.Kennung, v.Titel, v.Fachgruppe.Name, v.Kurzfassung)).Take(HoechstensVerglichen).ToListAsync(abbruch);

        /// <summary>Welche dieser Vorschläge schon zu einer laufenden Bündelung gehören.</summary>
        public async Task<HashSet<int>> SchonGebuendeltAsync(IReadOnlyCollection<int> vorschlaege)
        {
            var ids = vorschlaege.ToArray();
            return [.. await db.Buendelungsteile.Where(t => t.Laeuft && ids.Contains(t.VorschlagId)).Select(t => t.VorschlagId).ToListAsync()];
        }

        /// <summary>Was sich unter den bündelbaren Vorschlägen überschneidet, das Deutlichste zuerst.</summary>
        public async Task<IReadOnlyList<Ueberschneidungsfund>> UeberschneidungenAsync(IReadOnlyList<Buendelbarer> buendelbare, int hoechstens, CancellationToken abbruch = default)
        {
            var ids = buendelbare.Select(b => b.Id).ToArray();
            var felder = (await db.Feldinhalte.AsNoTracking().Where(f => ids.Contains(f.VorschlagId)).Select(f => new { f.VorschlagId, f.Feld, f.Wert }).ToListAsync(abbruch)).ToLookup(f => f.VorschlagId);
            var zeilen = (await db.Matrixzeilen.AsNoTracking().Where(z => ids.Contains(z.VorschlagId)).Select(z => new { z.VorschlagId, z.Werte }).ToListAsync(abbruch)).ToLookup(z => z.VorschlagId);
            var raeume = (await db.Vorschlaege.Where(v => ids.Contains(v.Id)).SelectMany(v => v.Sozialraeume, (v, s) => new { v.Id, s.Name }).ToListAsync(abbruch)).ToLookup(s => s.Id, s => s.Name);
            return Ueberschneidungssuche.Suchen([.. buendelbare.Select(b => new Vergleichstext(
                b.Id,
                string.Join('\n', [.. felder[b.Id].Where(f => s_verglicheneFelder.Contains(f.Feld)).Select(f => f.Wert), .. zeilen[b.Id].Select(z => z.Werte.Ziel)]),
                string.Concat(felder[b.Id].Where(f => f.Feld == Vorschlagsfeld.Zielgruppe).Select(f => f.Wert)),
                [.. zeilen[b.Id].Select(z => z.Werte.Kennzahl).Where(k => k.Length > 0)],
                raeume[b.Id].ToHashSet(StringComparer.Ordinal)))], hoechstens);
        }

        /// <summary>Alle Matrixzeilen der gebündelten Vorschläge, jede mit ihrer Herkunft.</summary>
        public Task<List<Herkunftszeile>> ZeilenAllerAsync(Buendelung buendelung)
        {
            var ids = buendelung.Teile.Select(t => t.VorschlagId).ToArray();
            return db.Matrixzeilen.AsNoTracking().Where(z => ids.Contains(z.VorschlagId)).OrderBy(z => z.VorschlagId).ThenBy(z => z.Reihenfolge)
                .Select(z => new Herkunftszeile(z.VorschlagId, z.Zielfeld, z.Werte)).ToListAsync();
        }

        /// <summary>Die Sprecher:innen der beteiligten Gruppen, die Post bekommen, ohne die Person, die gerade handelt.</summary>
        public Task<List<Person>> SprecherDerGruppenAsync(Buendelung buendelung, Akteur wer)
        {
            var gruppen = buendelung.Teile.Select(t => t.Vorschlag.FachgruppeId).Distinct().ToArray();
            return db.Mitgliedschaften.AsNoTracking()
                .Where(m => gruppen.Contains(m.FachgruppeId) && m.Bis == null && m.Rolle == Mitgliedsrolle.Sprecher && m.PersonId != wer.PersonId && !m.Person.Gesperrt)
                .Select(m => m.Person).Distinct().ToListAsync();
        }
    }
}

/// <summary>Eine Matrixzeile mit dem Vorschlag, aus dem sie stammt.</summary>
public sealed record Herkunftszeile(int VorschlagId, string Zielfeld, Matrixwerte Werte);

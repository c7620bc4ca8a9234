using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Welche Vorschläge wer sieht. Jede Seite, Liste, Suche und Ausfuhr fängt hier an.</summary>
public static class Vorschlagsauswahl
{
    private static readonly Func<PortalDb, string, Task<Vorschlag?>> s_vorschlag = EF.CompileAsyncQuery((PortalDb db, string kennung) =>
        db.Vorschlaege.AsNoTracking().FirstOrDefault(v => v.Kennung == kennung));

    private static readonly Func<PortalDb, int, IAsyncEnumerable<Feldtext>> s_felder = EF.CompileAsyncQuery((PortalDb db, int id) =>
        db.Feldinhalte.Where(f => f.VorschlagId == id).Select(f => new Feldtext(f.Feld, f.Html == null ? f.Wert : "", f.Html)));

    private static readonly Func<PortalDb, int, IAsyncEnumerable<Zeileninhalt>> s_zeilen = EF.CompileAsyncQuery((PortalDb db, int id) =>
        db.Matrixzeilen.Where(z => z.VorschlagId == id).OrderBy(z => z.Zielfeld).ThenBy(z => z.Reihenfolge).Select(z => new Zeileninhalt(z.Kennung, z.Zielfeld, z.Werte)));

    private static readonly Func<PortalDb, string, IAsyncEnumerable<Ereigniszeile>> s_ereignisse = EF.CompileAsyncQuery((PortalDb db, string kennung) =>
        db.Ereignisse.Where(e => e.Gegenstand == "Vorschlag" && e.Kennung == kennung).OrderByDescending(e => e.Id).Take(200)
            .Select(e => new Ereigniszeile(e.Art, e.Satz, e.Grund, e.Zeitpunkt, e.Oeffentlich, db.Personen.Where(p => p.Id == e.PersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault())));

    /// <summary>Ob diese Person einen Vorschlag sieht, der schon geladen ist; dasselbe wie <see cref="SichtbarFuer"/>, eine Prüfung vergleicht beides.</summary>
    internal static bool Sieht(Akteur wer, bool istOeffentlich, int fachgruppeId) => istOeffentlich || wer.IstGeschaeftsfuehrung || wer.IstMitgliedVon(fachgruppeId);

    extension(Vorschlag vorschlag)
    {
        /// <summary>Für einen, der schon geladen ist: er selbst, oder nichts.</summary>
        internal Vorschlag? WennSichtbarFuer(Akteur wer) => Sieht(wer, vorschlag.IstOeffentlich, vorschlag.FachgruppeId) ? vorschlag : null;
    }

    extension(IQueryable<Vorschlag> vorschlaege)
    {
        /// <summary>
        /// Die Öffentlichkeit und alle anderen Angemeldeten lesen, was veröffentlicht ist; die Mitglieder einer Gruppe alles aus ihrer Gruppe;
        /// die Geschäftsführung alles, auch was noch geschrieben wird (ohne darin zu schreiben: <see cref="Vorschlagsregeln.DarfSchreiben"/>).
        /// </summary>
        public IQueryable<Vorschlag> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return vorschlaege;
            if (wer.Fachgruppen.Count == 0) return vorschlaege.Where(v => v.VeroeffentlichtAm != null);
            var gruppen = wer.Fachgruppen.Keys.ToArray();
            return vorschlaege.Where(v => v.VeroeffentlichtAm != null || gruppen.Contains(v.FachgruppeId));
        }

        public IQueryable<Vorschlag> MitKennung(string kennung) => vorschlaege.Where(v => v.Kennung == kennung);

        /// <summary>Für den Kreis, der den Vorschlag macht: die Mitglieder der Gruppe und die Geschäftsführung. Für alle anderen gibt es ihn hier nicht.</summary>
        public IQueryable<Vorschlag> ImKreisVon(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return vorschlaege;
            var gruppen = wer.Fachgruppen.Keys.ToArray();
            return vorschlaege.Where(v => gruppen.Contains(v.FachgruppeId));
        }

        /// <summary>Mit dem ganzen Text, zum Einreichen.</summary>
        public IQueryable<Vorschlag> MitText() => vorschlaege.Include(v => v.Fachgruppe).Include(v => v.Felder).Include(v => v.Zeilen).AsSplitQuery();

        /// <summary>Was auf Sichtung wartet, das am längsten Wartende zuerst.</summary>
        public IQueryable<Vorschlag> ZurSichtung() => vorschlaege.Where(v => v.Zustand == Vorschlagszustand.Eingereicht).OrderBy(v => v.EingereichtAm).ThenBy(v => v.Id);

        /// <summary>Diese Vorschläge als Zeilen der Liste, in der Reihenfolge von <paramref name="ids"/>; was nicht (mehr) zu sehen ist, fehlt.</summary>
        public async Task<IReadOnlyList<Listenzeile>> ListenzeilenAsync(int[] ids, CancellationToken abbruch = default)
        {
            if (ids.Length == 0) return [];
            var zeilen = await vorschlaege.AsNoTracking().Where(v => ids.Contains(v.Id))
                .Select(v => new Listenzeile(v.Id, v.Kennung, v.Titel, v.Kurzfassung, v.FachgruppeId, v.Weg, v.HandlungsfeldId, v.Art, v.Zustand,
                    v.StandSeit, v.EingereichtAm, v.VeroeffentlichtAm, v.KostenEinmalig, v.KostenLaufend, v.ZeitrahmenVon, v.ZeitrahmenBis))
                .ToDictionaryAsync(z => z.Id, abbruch);
            return [.. ids.Where(zeilen.ContainsKey).Select(id => zeilen[id])];
        }
    }

    extension(PortalDb db)
    {
        /// <summary>Der Vorschlag zum Lesen, wenn diese Person ihn sieht. Die meistgelesene Seite fragt so: nach dem Schlüssel, fertig übersetzt.</summary>
        public async Task<Vorschlag?> LesbarAsync(string kennung, Akteur wer) =>
            (await s_vorschlag(db, kennung))?.WennSichtbarFuer(wer);

        /// <summary>Bis wann eingereicht werden kann; nichts heißt: jederzeit.</summary>
        public async Task<Frist?> EinreichungsfristAsync(CancellationToken abbruch = default) =>
            await db.Kommune.OrderBy(k => k.Id).Select(k => k.Einreichungsfrist).FirstOrDefaultAsync(abbruch) is { } tag ? new Frist(tag) : null;

        /// <summary>Die jetzigen Mitglieder einer Gruppe, ohne die Person, die gerade handelt.</summary>
        public Task<List<Person>> AndereMitgliederAsync(int fachgruppeId, Akteur wer, CancellationToken abbruch = default) =>
            db.Mitgliedschaften.AsNoTracking().Where(m => m.FachgruppeId == fachgruppeId && m.Bis == null && m.PersonId != wer.PersonId && !m.Person.Gesperrt)
                .Select(m => m.Person).Distinct().ToListAsync(abbruch);

        /// <summary>Der jetzige Text, fertig zum Lesen. Nur für Vorschläge rufen, die <see cref="SichtbarFuer"/> schon gezeigt hat.</summary>
        public async Task<Vorschlagstext> TextAsync(int vorschlagId, Matrixlayout layout, Stammdatennamen namen, bool zeigtLeere) =>
            Vorschlagstext.Aus(await db.GelesenesAsync(vorschlagId), layout, namen, zeigtLeere);

        /// <inheritdoc cref="TextAsync"/>
        public async Task<Gelesenes> GelesenesAsync(int vorschlagId)
        {
            var felder = new List<Feldtext>();
            await foreach (var f in s_felder(db, vorschlagId)) felder.Add(f);
            var zeilen = new List<Zeileninhalt>();
            await foreach (var z in s_zeilen(db, vorschlagId)) zeilen.Add(z);
            return new(felder, zeilen);
        }

        /// <summary>Was mit dem Vorschlag geschah, das Jüngste zuerst, höchstens 200 Ereignisse.</summary>
        public async Task<IReadOnlyList<Ereigniszeile>> EreignisseVonAsync(string kennung)
        {
            var zeilen = new List<Ereigniszeile>();
            await foreach (var e in s_ereignisse(db, kennung)) zeilen.Add(e);
            return zeilen;
        }

        /// <summary>Das Formular dieser Gemeinde; die Vorgabe, solange niemand es geändert hat.</summary>
        public async Task<Vorschlagsformular> FormularAsync(CancellationToken abbruch = default) =>
            await db.Vorschlagsformular.AsNoTracking().FirstOrDefaultAsync(f => f.Kennung == Vorschlagsformular.EinzigeKennung, abbruch) ?? new Vorschlagsformular();

        /// <summary>Wie die Handlungsfelder und Sozialräume heißen, auch die stillgelegten.</summary>
        public async Task<Stammdatennamen> StammdatennamenAsync(CancellationToken abbruch = default) => new(
            await db.Handlungsfelder.Select(h => new { h.Kennung, h.Name }).ToDictionaryAsync(h => h.Kennung, h => h.Name, StringComparer.Ordinal, abbruch),
            await db.Sozialraeume.Select(s => new { s.Kennung, s.Name }).ToDictionaryAsync(s => s.Kennung, s => s.Name, StringComparer.Ordinal, abbruch));
    }
}

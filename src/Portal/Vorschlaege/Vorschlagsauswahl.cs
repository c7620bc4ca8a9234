using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Welche Vorschläge wer sieht. Jede Seite, Liste, Suche und Ausfuhr fängt hier an.</summary>
public static class Vorschlagsauswahl
{
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
    }

    extension(PortalDb db)
    {
        /// <summary>Das Formular dieser Gemeinde; die Vorgabe, solange niemand es geändert hat.</summary>
        public async Task<Vorschlagsformular> FormularAsync(CancellationToken abbruch = default) =>
            await db.Vorschlagsformular.AsNoTracking().FirstOrDefaultAsync(abbruch) ?? new Vorschlagsformular();

        /// <summary>Wie die Handlungsfelder und Sozialräume heißen, auch die stillgelegten.</summary>
        public async Task<Stammdatennamen> StammdatennamenAsync(CancellationToken abbruch = default) => new(
            await db.Handlungsfelder.Select(h => new { h.Kennung, h.Name }).ToDictionaryAsync(h => h.Kennung, h => h.Name, StringComparer.Ordinal, abbruch),
            await db.Sozialraeume.Select(s => new { s.Kennung, s.Name }).ToDictionaryAsync(s => s.Kennung, s => s.Name, StringComparer.Ordinal, abbruch));
    }
}

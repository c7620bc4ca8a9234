using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Fachgruppen.Mitglieder;

internal static class Mitgliederabfragen
{
    extension(PortalDb db)
    {
        /// <summary>Erst die Sprecher:innen, dann die übrigen nach Namen; die Seiten zählen nur die übrigen, die Sprecher:innen stehen auf der ersten.</summary>
        /// <param name="nach">Kennung der Person, hinter der die Seite beginnt.</param>
        public async Task<List<Mitgliedszeile>> MitgliederAsync(int fachgruppeId, string? nach, int anzahl)
        {
            var alle = db.Mitgliedschaften.AsNoTracking().Where(m => m.FachgruppeId == fachgruppeId && m.Bis == null);
            List<Mitgliedszeile> sprechende = [];
            var uebrige = alle.Where(m => m.Rolle == Mitgliedsrolle.Mitglied);
            if (string.IsNullOrEmpty(nach)) sprechende = await Zeilen(alle.Where(m => m.Rolle == Mitgliedsrolle.Sprecher), 100).ToListAsync();
            else
                uebrige = uebrige.Where(m => db.Personen.Any(v => v.Kennung == nach && (m.Person.Nachname.CompareTo(v.Nachname) > 0
                    || (m.Person.Nachname == v.Nachname && (m.Person.Vorname.CompareTo(v.Vorname) > 0
                        || (m.Person.Vorname == v.Vorname && m.Person.Kennung.CompareTo(v.Kennung) > 0))))));
            return [.. sprechende, .. await Zeilen(uebrige, anzahl - Math.Min(sprechende.Count, anzahl)).ToListAsync()];
        }

        /// <exception cref="Grundbegriffe.RegelVerletzt">wenn die Adresse schon zu einem Mitglied oder einer offenen Einladung gehört.</exception>
        public async Task IstNochNichtDabeiAsync(int fachgruppeId, string email)
        {
            var normal = Person.Normal(email);
            if (await db.Mitgliedschaften.AnyAsync(m => m.FachgruppeId == fachgruppeId && m.Bis == null && m.Person.EmailNormal == normal))
                throw new Grundbegriffe.RegelVerletzt("Diese Person gehört schon zur Gruppe.", nameof(Einladungsform.Email));
            if (await db.Einladungen.AnyAsync(e => e.FachgruppeId == fachgruppeId && e.EmailNormal == normal && e.AngenommenAm == null && e.WiderrufenAm == null))
                throw new Grundbegriffe.RegelVerletzt("An diese Adresse ist schon eine Einladung offen. Senden Sie sie auf der Seite „Mitglieder“ noch einmal.", nameof(Einladungsform.Email));
        }

        public Task<List<Einladungszeile>> OffeneEinladungenAsync(int fachgruppeId) =>
            db.Einladungen.AsNoTracking().Where(e => e.FachgruppeId == fachgruppeId && e.AngenommenAm == null && e.WiderrufenAm == null)
                .OrderByDescending(e => e.ErstelltAm).Take(200)
                .Select(e => new Einladungszeile(e.Kennung, e.Vorname + " " + e.Nachname, e.Email, e.Mitgliedsrolle, e.ErstelltAm, e.GueltigBis, e.GesendetAnzahl)).ToListAsync();
    }

    private static IQueryable<Mitgliedszeile> Zeilen(IQueryable<Mitgliedschaft> mitgliedschaften, int anzahl) =>
        mitgliedschaften.OrderBy(m => m.Person.Nachname).ThenBy(m => m.Person.Vorname).ThenBy(m => m.Person.Kennung).Take(anzahl)
            .Select(m => new Mitgliedszeile(m.PersonId, m.Person.Kennung, m.Person.Vorname + " " + m.Person.Nachname, m.Person.Organisation, m.Person.Email, m.Rolle, m.Von));
}

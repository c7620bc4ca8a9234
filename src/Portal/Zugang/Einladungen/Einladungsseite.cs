using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang.Einladungen;

/// <summary>Was die Seite einer Einladung zeigt.</summary>
/// <param name="Von">Name der Person, die eingeladen hat; leer, wenn es das Portal selbst war.</param>
/// <param name="Fachgruppe">Name der Gruppe; leer, wenn die Einladung in das Portal führt.</param>
/// <param name="HatKonto">Ob es zur eingeladenen Adresse schon ein Konto gibt.</param>
public sealed record Einladungsseite(Einladung Einladung, string? Von, string? Fachgruppe, bool HatKonto, EinladungForm Form);

internal static class Einladungsfund
{
    extension(PortalDb db)
    {
        /// <summary>Die Einladung zu diesem Geheimnis, ob sie noch gilt oder nicht.</summary>
        public Task<Einladung?> EinladungZuAsync(string geheimnis)
        {
            var abdruck = Einladung.AbdruckVon(geheimnis);
            return db.Einladungen.FirstOrDefaultAsync(e => e.Abdruck == abdruck);
        }

        public async Task<Einladungsseite> EinladungsseiteAsync(Einladung einladung, EinladungForm form)
        {
            var von = await db.Personen.Where(p => p.Id == einladung.VonPersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefaultAsync();
            var gruppe = await db.Fachgruppen.Where(g => g.Id == einladung.FachgruppeId).Select(g => g.Name).FirstOrDefaultAsync();
            return new(einladung, von, gruppe, await db.HatKontoAsync(einladung.EmailNormal), form);
        }

        /// <summary>Nimmt die Einladung für diese Person an: ihre Rollen und ihre Mitgliedschaft gelten, sobald gespeichert ist.</summary>
        public async Task AnnehmenAsync(Einladung einladung, Person person, DateTime jetzt)
        {
            einladung.Annehmen(person.Id, jetzt);
            if (einladung.Rollen.Count > 0) person.RollenMitbringen(person.Rollen.Union(einladung.Rollen), einladung.VonPersonId, jetzt);
            if (einladung.FachgruppeId is not { } id) return;
            var gruppe = await db.Fachgruppen.Include(g => g.Mitgliedschaften.Where(m => m.PersonId == person.Id)).FirstAsync(g => g.Id == id);
            gruppe.Aufnehmen(person, einladung.Mitgliedsrolle, einladung.VonPersonId, jetzt);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Zugang.Personen;

internal static class Einladungsauswahl
{
    private const int Seitengroesse = 50;

    extension(IQueryable<Einladung> einladungen)
    {
        public IQueryable<Einladung> ImStand(Einladungsstand? stand, DateTime jetzt) => stand switch
        {
            Einladungsstand.Offen => einladungen.Where(e => e.AngenommenAm == null && e.WiderrufenAm == null && e.GueltigBis > jetzt),
            Einladungsstand.Abgelaufen => einladungen.Where(e => e.AngenommenAm == null && e.WiderrufenAm == null && e.GueltigBis <= jetzt),
            Einladungsstand.Angenommen => einladungen.Where(e => e.AngenommenAm != null),
            Einladungsstand.Widerrufen => einladungen.Where(e => e.WiderrufenAm != null),
            _ => einladungen,
        };
    }

    extension(PortalDb db)
    {
        /// <summary>Die neuesten zuerst, hinter der Einladung mit dieser Kennung.</summary>
        /// <returns>Eine Seite und die Kennung, hinter der es weitergeht; leer, wenn nichts mehr kommt.</returns>
        public async Task<(IReadOnlyList<Einladungszeile> Zeilen, string? Letzte)> EinladungszeilenAsync(Einladungsstand? stand, string? suche, string? nach, DateTime jetzt)
        {
            var einladungen = db.Einladungen.AsNoTracking().ImStand(stand, jetzt);
            if (!string.IsNullOrWhiteSpace(suche)) einladungen = einladungen.Where(e => e.EmailNormal.Contains(Person.Normal(suche)));
            if (!string.IsNullOrEmpty(nach)) einladungen = einladungen.Where(e => db.Einladungen.Any(v => v.Kennung == nach && e.Id < v.Id));
            var zeilen = await einladungen.OrderByDescending(e => e.Id).Take(Seitengroesse + 1).Select(e => new Einladungszeile(
                e.Kennung, e.Email, e.Vorname + " " + e.Nachname, db.Fachgruppen.Where(g => g.Id == e.FachgruppeId).Select(g => g.Name).FirstOrDefault(),
                e.Rollen, e.ErstelltAm, e.GueltigBis, e.AngenommenAm, e.WiderrufenAm,
                db.Personen.Where(p => p.Id == e.VonPersonId).Select(p => p.Vorname + " " + p.Nachname).FirstOrDefault())).ToListAsync();
            return ([.. zeilen.Take(Seitengroesse)], zeilen.Count > Seitengroesse ? zeilen[Seitengroesse - 1].Kennung : null);
        }
    }
}

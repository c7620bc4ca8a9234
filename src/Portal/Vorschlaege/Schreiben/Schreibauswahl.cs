using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Lädt zum Schreiben genau das, was geschrieben wird.</summary>
public static class Schreibauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Der Vorschlag mit einem einzigen Feld, in einer Abfrage.</summary>
        public async Task<Vorschlag?> MitFeldAsync(string kennung, Vorschlagsfeld feld, Akteur wer)
        {
            var zeilen = await db.Vorschlaege.SichtbarFuer(wer).MitKennung(kennung)
                .Join(db.Feldinhalte.Where(f => f.Feld == feld), v => v.Id, f => f.VorschlagId, (v, f) => new { Vorschlag = v, Inhalt = f }).ToListAsync();
            return zeilen.Count == 0 ? null : zeilen[0].Vorschlag;
        }

        /// <summary>Der Vorschlag mit einer einzigen Zeile der Matrix, in einer Abfrage; ohne Zeile, wenn es sie nicht (mehr) gibt.</summary>
        public async Task<Vorschlag?> MitZeileAsync(string kennung, string zeile, Akteur wer)
        {
            var zeilen = await db.Vorschlaege.SichtbarFuer(wer).MitKennung(kennung)
                .LeftJoin(db.Matrixzeilen.Where(z => z.Kennung == zeile), v => v.Id, z => z.VorschlagId, (v, z) => new { Vorschlag = v, Zeile = z }).ToListAsync();
            return zeilen.Count == 0 ? null : zeilen[0].Vorschlag;
        }

        /// <summary>Der Vorschlag mit allem, was geschrieben ist.</summary>
        public async Task<Vorschlag?> GanzAsync(string kennung, Akteur wer)
        {
            var vorschlag = await db.Vorschlaege.SichtbarFuer(wer).MitKennung(kennung).Include(v => v.Fachgruppe).Include(v => v.Handlungsfeld).SingleOrDefaultAsync();
            if (vorschlag is not null) await db.InhaltLadenAsync(vorschlag);
            return vorschlag;
        }

        /// <summary>
        /// Wie <see cref="GanzAsync"/>, aber bis zum Ende der offenen Transaktion speichert niemand sonst an diesem Vorschlag:
        /// was festgehalten wird, ist der ganze Text und nichts kommt dazwischen.
        /// </summary>
        public async Task<Vorschlag?> GanzGesperrtAsync(string kennung, Akteur wer)
        {
            await db.SperrenAsync(kennung);
            return await db.GanzAsync(kennung, wer);
        }

        public async Task<Schreibwahl> SchreibwahlAsync(bool nurWenn = true) => !nurWenn ? Schreibwahl.Keine : new(
            await db.Handlungsfelder.OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name).ToListAsync(),
            await db.Sozialraeume.OrderBy(s => s.Reihenfolge).ThenBy(s => s.Name).ToListAsync());

        /// <summary>Hält den Stand fest, bevor jemand anderes (oder nach langer Pause) weiterschreibt.</summary>
        public async Task UebergabeAsync(Vorschlag vorschlag, Akteur wer, DateTime jetzt)
        {
            if (!vorschlag.BrauchtUebergabe(wer, jetzt) || !Vorschlagsregeln.DarfSchreiben(vorschlag, wer).Erlaubt) return;
            await db.InhaltLadenAsync(vorschlag);
            vorschlag.UebergabeFesthalten(jetzt);
        }

        /// <summary>
        /// Speichert das Geschriebene nur, wenn der Vorschlag noch derselbe ist: seine Zeile geht mit ihrer Version in den Schreibvorgang ein.
        /// Wurde er inzwischen eingereicht, scheitert das Speichern und wird mit dem neuen Stand noch einmal versucht.
        /// </summary>
        public Task SchreibenSpeichernAsync(Vorschlag vorschlag)
        {
            db.Entry(vorschlag).Property(v => v.GeaendertAm).IsModified = true;
            return db.SaveChangesAsync();
        }

        private async Task InhaltLadenAsync(Vorschlag vorschlag)
        {
            await db.Feldinhalte.Where(f => f.VorschlagId == vorschlag.Id).LoadAsync();
            await db.Matrixzeilen.Where(z => z.VorschlagId == vorschlag.Id).LoadAsync();
            await db.Entry(vorschlag).Collection(v => v.Sozialraeume).LoadAsync();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Lädt zum Schreiben genau das, was geschrieben wird.</summary>
public static class Schreibauswahl
{
    private static readonly Func<PortalDb, string, Vorschlagsfeld, IAsyncEnumerable<MitFeld>> s_mitFeld = EF.CompileAsyncQuery((PortalDb db, string kennung, Vorschlagsfeld feld) =>
        db.Vorschlaege.Where(v => v.Kennung == kennung).Join(db.Feldinhalte.Where(f => f.Feld == feld), v => v.Id, f => f.VorschlagId, (v, f) => new MitFeld(v, f)));

    private static readonly Func<PortalDb, string, string, IAsyncEnumerable<MitZeile>> s_mitZeile = EF.CompileAsyncQuery((PortalDb db, string kennung, string zeile) =>
        db.Vorschlaege.Where(v => v.Kennung == kennung).LeftJoin(db.Matrixzeilen.Where(z => z.Kennung == zeile), v => v.Id, z => z.VorschlagId, (v, z) => new MitZeile(v, z)));

    extension(PortalDb db)
    {
        /// <summary>Der Vorschlag mit einem einzigen Feld, in einer Abfrage.</summary>
        public async Task<Vorschlag?> MitFeldAsync(string kennung, Vorschlagsfeld feld, Akteur wer)
        {
            await foreach (var geladen in s_mitFeld(db, kennung, feld)) return geladen.Vorschlag.WennSichtbarFuer(wer);
            return null;
        }

        /// <summary>Der Vorschlag mit einer einzigen Zeile der Matrix, in einer Abfrage; ohne Zeile, wenn es sie nicht (mehr) gibt.</summary>
        public async Task<Vorschlag?> MitZeileAsync(string kennung, string zeile, Akteur wer)
        {
            await foreach (var geladen in s_mitZeile(db, kennung, zeile)) return geladen.Vorschlag.WennSichtbarFuer(wer);
            return null;
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

        private async Task InhaltLadenAsync(Vorschlag vorschlag)
        {
            await db.Feldinhalte.Where(f => f.VorschlagId == vorschlag.Id).LoadAsync();
            await db.Matrixzeilen.Where(z => z.VorschlagId == vorschlag.Id).LoadAsync();
            await db.Entry(vorschlag).Collection(v => v.Sozialraeume).LoadAsync();
        }
    }
}

internal sealed record MitFeld(Vorschlag Vorschlag, Feldinhalt Inhalt);

internal sealed record MitZeile(Vorschlag Vorschlag, Matrixzeile? Zeile);

using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Vorschlaege.Schreiben;
using Portal.Zugang;

namespace Portal.Vorschlaege.Fassungen;

/// <summary>Ein festgehaltener Stand in der Liste.</summary>
public sealed record Fassungszeile(int Nummer, Fassungsanlass Anlass, string Notiz, string Von, DateTime Am);

public static class Fassungsauswahl
{
    /// <summary>
    /// Welche Fassungen jemand liest. Die Gruppe und die Geschäftsführung alle; alle anderen bei einem veröffentlichten Vorschlag die,
    /// mit der er zuletzt eingereicht wurde, und was seither eingereicht ist. Entwürfe gehen niemanden sonst etwas an.
    /// </summary>
    public static bool IstSichtbarFuer(this Fassung fassung, Vorschlag vorschlag, Akteur wer) => LiestAlle(vorschlag, wer)
        || (vorschlag.IstOeffentlich && fassung.Anlass == Fassungsanlass.Eingereicht && fassung.FestgehaltenAm >= vorschlag.EingereichtAm);

    public static bool LiestAlle(Vorschlag vorschlag, Akteur wer) => wer.IstMitgliedVon(vorschlag.FachgruppeId) || wer.IstGeschaeftsfuehrung;

    public static string Anzeige(this Fassungsanlass anlass) => anlass switch
    {
        Fassungsanlass.Gespeichert => "festgehalten",
        Fassungsanlass.Uebergabe => "von selbst festgehalten",
        Fassungsanlass.Eingereicht => "eingereicht",
        Fassungsanlass.Wiederhergestellt => "wiederhergestellt",
        _ => throw new ArgumentOutOfRangeException(nameof(anlass), anlass, "Dieser Anlass hat keinen Namen."),
    };

    extension(PortalDb db)
    {
        public Task<Vorschlag?> OhneTextAsync(string kennung, Akteur wer) =>
            db.Vorschlaege.SichtbarFuer(wer).MitKennung(kennung).Include(v => v.Fachgruppe).AsNoTracking().SingleOrDefaultAsync();

        /// <summary>Die Fassungen ohne ihren Text, jüngste zuerst.</summary>
        /// <param name="vor">Nur ältere als diese Nummer.</param>
        public async Task<List<Fassungszeile>> FassungszeilenAsync(Vorschlag vorschlag, Akteur wer, int? vor, int anzahl)
        {
            var fassungen = db.Fassungen.Where(f => f.VorschlagId == vorschlag.Id && (vor == null || f.Nummer < vor));
            if (!LiestAlle(vorschlag, wer)) fassungen = fassungen.Where(f => f.Anlass == Fassungsanlass.Eingereicht && f.FestgehaltenAm >= vorschlag.EingereichtAm);
            var zeilen = await fassungen.OrderByDescending(f => f.Nummer).Take(anzahl).Select(f => new { f.Nummer, f.Anlass, f.Notiz, f.PersonId, f.FestgehaltenAm }).ToListAsync();
            var namen = LiestAlle(vorschlag, wer) ? await db.NamenAsync(zeilen.Select(f => f.PersonId)) : [];
            return zeilen.ConvertAll(f => new Fassungszeile(f.Nummer, f.Anlass, f.Notiz, f.PersonId is { } id ? namen.GetValueOrDefault(id, "") : "", f.FestgehaltenAm));
        }

        public async Task<Fassung?> FassungAsync(Vorschlag vorschlag, int nummer, Akteur wer) =>
            await db.Fassungen.AsNoTracking().SingleOrDefaultAsync(f => f.VorschlagId == vorschlag.Id && f.Nummer == nummer) is { } fassung && fassung.IstSichtbarFuer(vorschlag, wer) ? fassung : null;
    }
}

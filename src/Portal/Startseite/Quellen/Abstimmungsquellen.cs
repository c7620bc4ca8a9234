using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Priorisierungen.Abstimmungen;

namespace Portal.Startseite.Quellen;

/// <summary>Worüber diese Person noch abstimmen kann, und was die Geschäftsführung schließen kann.</summary>
internal static class Abstimmungsquellen
{
    private const int Hoechstens = 10;

    public static async Task<IReadOnlyList<OffenerPunkt>> EigeneStimmen(Blick blick)
    {
        if (!blick.Wer.IstAngemeldet) return [];
        var (person, heute) = (blick.Wer.PersonId, blick.Heute);
        var offene = await blick.Db.Stimmrechte
            .Where(r => r.HandelndePersonId == person && !r.HatGestimmt && !r.PapierWartet && !r.Befangen && r.Abstimmung.Zustand == Abstimmungszustand.Offen && (r.Abstimmung.Frist == null || r.Abstimmung.Frist >= heute))
            .OrderBy(r => r.Id).Take(Hoechstens).Select(r => new { r.Abstimmung.Kennung, r.Abstimmung.Antrag, r.Abstimmung.Frist, r.Abstimmung.EroeffnetAm, r.Sitzname }).ToListAsync();
        return [.. offene.Select(a => new OffenerPunkt($"Abstimmen: {a.Antrag}", $"Sozialplanungskonferenz · Sitz {a.Sitzname}", $"/konferenz/abstimmungen/{a.Kennung}", "Abstimmen",
            Bis: a.Frist, Seit: a.EroeffnetAm is { } seit ? Ortszeit.Datum(seit) : null))];
    }

    /// <summary>Stimmen auf Papier, die auf die zweite Person warten: für alle, die sie bestätigen dürfen und nicht selbst eingetragen haben.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> StimmenAufPapier(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung && !blick.Wer.IstAdministration) return [];
        var ich = blick.Wer.PersonId;
        var wartende = await blick.Db.Papierabgaben.Where(p => p.ErfasstVonId != ich).OrderBy(p => p.ErfasstAm).Take(Hoechstens)
            .Select(p => new { p.Abstimmung.Kennung, p.Abstimmung.Antrag, p.Abstimmung.Frist, p.ErfasstAm }).ToListAsync();
        return [.. wartende.Select(p => new OffenerPunkt($"Stimmen auf Papier bestätigen: {p.Antrag}", "Vergleichen Sie die Eintragung mit den Stimmzetteln.",
            $"/konferenz/abstimmungen/{p.Kennung}/papier", "Vergleichen", Bis: p.Frist, Seit: Ortszeit.Datum(p.ErfasstAm)))];
    }

    /// <summary>Abstimmungen, deren letzter Tag vorbei ist oder in denen alle gestimmt haben.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> ZuSchliessende(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var heute = blick.Heute;
        var fertige = await blick.Db.Abstimmungen
            .Where(a => a.Zustand == Abstimmungszustand.Offen && (a.Frist < heute || !a.Stimmrechte.Any(r => !r.HatGestimmt && !r.Befangen)) && !a.Stimmrechte.Any(r => r.PapierWartet))
            .OrderBy(a => a.Id).Take(Hoechstens).Select(a => new { a.Kennung, a.Antrag, Vorbei = a.Frist < heute, a.EroeffnetAm }).ToListAsync();
        return [.. fertige.Select(a => new OffenerPunkt($"Abstimmung schließen: {a.Antrag}", a.Vorbei ? "der letzte Tag ist vorbei" : "alle Stimmen sind abgegeben",
            $"/konferenz/abstimmungen/{a.Kennung}/schliessung", "Schließen", Seit: a.EroeffnetAm is { } seit ? Ortszeit.Datum(seit) : null))];
    }
}

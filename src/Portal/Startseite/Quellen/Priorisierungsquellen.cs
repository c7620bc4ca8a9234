using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Priorisierungen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Ergebnis;

namespace Portal.Startseite.Quellen;

/// <summary>Was in den Priorisierungsrunden wartet.</summary>
internal static class Priorisierungsquellen
{
    private const int Hoechstens = 20;

    /// <summary>Die Bögen, die diese Person schuldet: dieselbe Abfrage, aus der die Erinnerung kommt.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Bewertungen(Blick blick)
    {
        if (!blick.Wer.IstKonferenzmitglied) return [];
        var ich = blick.Wer.PersonId;
        var offene = await blick.Db.AusstehendeBoegen(blick.Jetzt).Where(b => b.PersonId == ich).OrderBy(b => b.Bis).Take(Hoechstens)
            .Select(b => new { b.Runde, b.Rundentitel, b.Sitz, b.Sitzname, b.Bis }).ToListAsync();
        return [.. offene.Select(b => new OffenerPunkt($"Bewerten: {b.Rundentitel}", $"Sitz {b.Sitzname} · bis {Ortszeit.KurzMitUhrzeit(b.Bis!.Value)}", $"/priorisierungen/{b.Runde}/boegen/{b.Sitz}", "Bewerten", Bis: Ortszeit.Datum(b.Bis!.Value)))];
    }

    /// <summary>Für die Geschäftsführung: wie viele Bögen in offenen Runden noch fehlen.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> LaufendeRunden(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var offene = await blick.Db.AusstehendeBoegen(blick.Jetzt).Where(b => b.PersonId != null).GroupBy(b => new { b.Runde, b.Rundentitel, b.Bis }).Select(g => new { g.Key.Runde, g.Key.Rundentitel, g.Key.Bis, Zahl = g.Count() }).OrderBy(g => g.Bis).ThenBy(g => g.Runde).Take(Hoechstens).ToListAsync();
        return [.. offene.Select(r => new OffenerPunkt($"Bögen fehlen: {r.Rundentitel}", $"{Texte.Anzahl(r.Zahl, "Bogen steht", "Bögen stehen")} aus · bis {Ortszeit.KurzMitUhrzeit(r.Bis!.Value)}", $"/priorisierungen/{r.Runde}", "Ansehen und erinnern", Bis: Ortszeit.Datum(r.Bis!.Value)))];
    }

    /// <summary>Papierbögen, die auf die zweite Person warten: für alle, die sie bestätigen dürfen und nicht selbst eingetragen haben.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Papierboegen(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung && !blick.Wer.IstAdministration) return [];
        var ich = blick.Wer.PersonId;
        var offene = blick.Db.Priorisierungsrunden.OffenAm(blick.Jetzt);
        var wartende = await blick.Db.Papierboegen.Where(p => p.BestaetigtAm == null && p.ErfasstVonId != ich)
            .Join(blick.Db.Bewertungsboegen, p => p.BogenId, b => b.Id, (p, b) => new { b.RundeId, Runde = b.Runde.Kennung, Titel = b.Runde.Titel, b.Runde.Bis, b.Sitz, b.Sitzname, p.ErfasstAm })
            .Where(p => offene.Any(r => r.Id == p.RundeId)).OrderBy(p => p.ErfasstAm).Take(Hoechstens).ToListAsync();
        return [.. wartende.Select(p => new OffenerPunkt($"Papierbogen bestätigen: Sitz {p.Sitzname}", p.Titel, $"/priorisierungen/{p.Runde}/papier/{p.Sitz}", "Vergleichen", Bis: Ortszeit.Datum(p.Bis!.Value), Seit: Ortszeit.Datum(p.ErfasstAm)))];
    }

    /// <summary>Ergebnisse, über deren Prioritätenliste die Konferenz noch nicht abstimmt, ohne dass eine weitere Runde läuft.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> Prioritaetenlisten(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung) return [];
        var db = blick.Db;
        var offene = await db.Rundenergebnisse.Where(e => e.BeschlossenAm == null && e.Runde.ErsteRundeId == null && db.Bewertungsboegen.Any(b => b.RundeId == e.RundeId && b.AbgegebenAm != null))
            .Where(e => !db.Abstimmungen.Any(a => a.RundeId == e.RundeId && a.Zustand != Abstimmungszustand.Geschlossen))
            .Where(e => !db.Priorisierungsrunden.Any(r => r.ErsteRundeId == e.RundeId && r.VollzogenAm == null))
            .OrderBy(e => e.FestgestelltAm).Take(Hoechstens).Select(e => new { e.Runde.Kennung, e.Runde.Titel, e.FestgestelltAm }).ToListAsync();
        return [.. offene.Select(e => new OffenerPunkt($"Ergebnis liegt vor: {e.Titel}", "Als Nächstes stimmt die Konferenz über die Prioritätenliste ab, oder eine weitere Runde klärt die größten Streuungen.", $"/priorisierungen/{e.Kennung}/ergebnis", "Ergebnis ansehen", Seit: Ortszeit.Datum(e.FestgestelltAm)))];
    }

    public static async Task<IReadOnlyList<Termin>> Schlusstermine(Blick blick)
    {
        if (!blick.Wer.IstGeschaeftsfuehrung && !blick.Wer.IstKonferenzmitglied) return [];
        var runden = await blick.Db.Priorisierungsrunden.AsNoTracking().OffenAm(blick.Jetzt).OrderBy(r => r.Bis).Take(Hoechstens).Select(r => new { r.Kennung, r.Titel, r.Bis }).ToListAsync();
        return [.. runden.Select(r => new Termin(Ortszeit.Datum(r.Bis!.Value), "Schluss der Bewertung", $"{r.Titel}, bis {Ortszeit.Von(r.Bis!.Value):HH:mm} Uhr", $"/priorisierungen/{r.Kennung}"))];
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Priorisierungen.Auswertung;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>Was das Nachrechnen einer Runde oder Abstimmung ergab.</summary>
/// <param name="Zahlen">Wie viele gespeicherte Angaben verglichen wurden.</param>
/// <param name="Abweichungen">Je abweichender Angabe ein Satz; leer, wenn alles stimmt.</param>
public sealed record Nachrechnung(string Gegenstand, int Zahlen, IReadOnlyList<string> Abweichungen)
{
    public bool Stimmt => Abweichungen.Count == 0;
}

/// <summary>Rechnet gespeicherte Ergebnisse aus den gespeicherten Bögen und Stimmen neu aus und vergleicht jede Angabe.</summary>
public static class Nachrechner
{
    extension(PortalDb db)
    {
        /// <param name="kennung">Nur diese Runde oder Abstimmung; leer: alle.</param>
        public async IAsyncEnumerable<Nachrechnung> NachrechnenAsync(string? kennung, DateTime jetzt)
        {
            var runden = await db.Rundenergebnisse.AsNoTracking().Where(e => kennung == null || e.Runde.Kennung == kennung).OrderBy(e => e.RundeId).Select(e => e.RundeId).ToListAsync();
            foreach (var id in runden) yield return await db.RundeNachrechnenAsync(id, jetzt);
            var abstimmungen = await db.Abstimmungen.AsNoTracking().Where(a => a.Zustand == Abstimmungszustand.Geschlossen && (kennung == null || a.Kennung == kennung)).OrderBy(a => a.Id).MitStimmrechten.ToListAsync();
            foreach (var abstimmung in abstimmungen) yield return await db.AbstimmungNachrechnenAsync(abstimmung);
        }

        private async Task<Nachrechnung> RundeNachrechnenAsync(int rundeId, DateTime jetzt)
        {
            var gespeichert = await db.Rundenergebnisse.AsNoTracking().Include(e => e.Runde).Include(e => e.Zeilen).AsSplitQuery().SingleAsync(e => e.RundeId == rundeId);
            var name = $"Runde {gespeichert.Runde.Kennung} „{gespeichert.Runde.Titel}“";
            if (gespeichert.Regelfassung != Rundenauswertung.Regelfassung)
                return new(name, 0, [$"Sie ist mit Fassung {gespeichert.Regelfassung} der Rechenregeln festgestellt, dieses Programm rechnet nach Fassung {Rundenauswertung.Regelfassung}. Nachrechnen lässt sie sich mit dem Programm von damals."]);
            var neu = Rundenergebnis.Feststellen(await db.RundendatenAsync(gespeichert.Runde, jetzt), gespeichert.FestgestelltAm);
            return Vergleichen(name, Angaben(gespeichert), Angaben(neu));
        }

        private async Task<Nachrechnung> AbstimmungNachrechnenAsync(Abstimmung abstimmung)
        {
            var name = $"Abstimmung {abstimmung.Kennung} „{Texte.Anfang(abstimmung.Antrag, 60)}“";
            try
            {
                return Vergleichen(name, Angaben("Ergebnis", abstimmung.Ergebnis), Angaben("Ergebnis", abstimmung.Auszaehlen(await db.UrneAsync(abstimmung))));
            }
            catch (InvalidOperationException e)
            {
                return new(name, 0, [e.Message]);
            }
        }
    }

    private static Dictionary<string, string> Angaben(Rundenergebnis ergebnis)
    {
        var angaben = Angaben("Übersicht", ergebnis.Uebersicht);
        foreach (var zeile in ergebnis.Zeilen)
            foreach (var (pfad, wert) in Angaben($"Vorschlag {zeile.Werte.Kennung}", new { zeile.Folge, zeile.Werte, zeile.Raenge })) angaben[pfad] = wert;
        return angaben;
    }

    private static Dictionary<string, string> Angaben<T>(string name, T wert)
    {
        var angaben = new Dictionary<string, string>(StringComparer.Ordinal);
        Sammeln(name, JsonSerializer.SerializeToElement(wert), angaben);
        return angaben;
    }

    private static void Sammeln(string pfad, JsonElement element, Dictionary<string, string> angaben)
    {
        if (element.ValueKind == JsonValueKind.Object) foreach (var feld in element.EnumerateObject()) Sammeln($"{pfad}, {feld.Name}", feld.Value, angaben);
        else if (element.ValueKind == JsonValueKind.Array) foreach (var (stelle, glied) in element.EnumerateArray().Index()) Sammeln($"{pfad} {stelle + 1}", glied, angaben);
        // Als Zahl verglichen: 2.50 und 2.5 sind dasselbe.
        else angaben[pfad] = element.ValueKind == JsonValueKind.Number ? element.GetDecimal().ToString("0.############################", Ortszeit.Deutsch) : element.ToString();
    }

    private static Nachrechnung Vergleichen(string name, Dictionary<string, string> gespeichert, Dictionary<string, string> neu) => new(name, gespeichert.Count,
        [.. gespeichert.Keys.Union(neu.Keys).Where(pfad => gespeichert.GetValueOrDefault(pfad) != neu.GetValueOrDefault(pfad))
            .Select(pfad => $"{pfad}: gespeichert {Lesbar(gespeichert, pfad)}, nachgerechnet {Lesbar(neu, pfad)}.")]);

    private static string Lesbar(Dictionary<string, string> angaben, string pfad) => angaben.TryGetValue(pfad, out var wert) ? wert.Length > 0 ? wert : "leer" : "nichts";
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Was der Browser beim Schreiben von selbst speichert: ein Feld oder eine Zeile der Matrix.</summary>
public sealed class Schreibmeldung
{
    public int Version { get; set; }

    [Required]
    public Dictionary<string, string> Werte { get; set; } = [];

    /// <summary>Der Text, von dem die Person ausging; kann bei langen Texten fehlen, dann fragt die Antwort danach.</summary>
    public Dictionary<string, string> Grund { get; set; } = [];

    public Eingabe AlsEingabe() => new(Version, Werte, Grund.ToDictionary(g => g.Key, g => Grundlage.AusText(g.Value.ReplaceLineEndings("\n"))));
}

/// <summary>Was der Browser darauf erfährt.</summary>
/// <param name="Version">Version, auf die das nächste Speichern sich beruft.</param>
/// <param name="Uhrzeit">Wann gespeichert wurde, Uhr der Gemeinde, z. B. „14:32“.</param>
/// <param name="Werte">Nur, was anders gespeichert ist, als es geschickt wurde: zusammengeführt oder vereinheitlicht.</param>
/// <param name="Zusammengefuehrt">Ob Worte von jemand anderem dazukamen.</param>
public sealed record Schreibantwort(int Version, string Uhrzeit, IReadOnlyDictionary<string, string> Werte, bool Zusammengefuehrt,
    IReadOnlyList<Konfliktanzeige> Konflikte, IReadOnlyList<Fehleingabe> Fehler)
{
    /// <summary>200 gespeichert, 409 zu entscheiden, 422 zu berichtigen.</summary>
    public int Status => Konflikte.Count > 0 ? 409 : Fehler.Count > 0 ? 422 : 200;
}

/// <summary>Beide Fassungen einer Stelle, mit hervorgehobenen Worten.</summary>
/// <param name="BrauchtGrund">Der Ausgangstext fehlt; schickt der Browser ihn mit, lässt es sich vielleicht zusammenführen.</param>
public sealed record Konfliktanzeige(string Ort, string Stelle, string Titel, string Meins, string Anderes, int Version, string Von, string Um,
    IReadOnlyList<Textteil> MeineTeile, IReadOnlyList<Textteil> AndereTeile, bool BrauchtGrund = false);

public static class Schreibanzeige
{
    /// <summary>Wie ein gespeicherter Wert im Eingabefeld steht: Tausenderpunkte, deutscher Tag.</summary>
    public static string ImEingabefeld(Vorschlagsfeld feld, string wert) => feld.Beschreibung().Art switch
    {
        Feldart.Euro when long.TryParse(wert, NumberStyles.None, CultureInfo.InvariantCulture, out var betrag) => betrag.ToString("N0", Ortszeit.Deutsch),
        Feldart.Datum when Tage.Lesen(wert) is { } tag => Ortszeit.Kurz(tag),
        _ => wert,
    };

    /// <summary>„14:32“</summary>
    public static string Uhrzeit(DateTime utc) => Ortszeit.Von(utc).ToString("HH:mm", Ortszeit.Deutsch);

    extension(PortalDb db)
    {
        /// <summary>Die Konflikte mit den Namen derer, die zuletzt gespeichert haben.</summary>
        public async Task<IReadOnlyList<Konfliktanzeige>> KonflikteZeigenAsync(IReadOnlyList<Konflikt> konflikte, Eingabe? eingabe = null)
        {
            if (konflikte.Count == 0) return [];
            var namen = await db.NamenAsync(konflikte.Select(k => k.VonId));
            return [.. konflikte.Select(k => Zeigen(k, k.VonId is { } id ? namen.GetValueOrDefault(id, "jemand anderem") : "jemand anderem",
                eingabe is not null && eingabe.Grund(k.Stelle).Text is null))];
        }

        /// <summary>Vor- und Nachnamen zu den Schlüsseln von Personen.</summary>
        public async Task<Dictionary<int, string>> NamenAsync(IEnumerable<int?> personen)
        {
            var schluessel = personen.OfType<int>().Distinct().ToArray();
            return schluessel.Length == 0 ? [] : await db.Personen.Where(p => schluessel.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Vorname + " " + p.Nachname);
        }
    }

    private static Konfliktanzeige Zeigen(Konflikt k, string von, bool brauchtGrund)
    {
        string Anzeige(string wert) => Vorschlagsfelder.Lesen(k.Stelle) is { } feld ? ImEingabefeld(feld, wert) : wert;
        var (meine, andere) = (Anzeige(k.Meins), Anzeige(k.Anderes));
        var vergleich = Textvergleich.Von(andere, meine);
        return new(k.Ort, k.Stelle, k.Titel, meine, andere, k.Version, von, Uhrzeit(k.Um), vergleich.Neu, vergleich.Alt, brauchtGrund);
    }
}

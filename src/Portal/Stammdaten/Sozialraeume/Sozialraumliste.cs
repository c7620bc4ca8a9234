using Portal.Grundbegriffe;
using Portal.Platform.Csv;

namespace Portal.Stammdaten.Sozialraeume;

/// <summary>Was mit einer Zeile der Liste geschieht.</summary>
public enum Zeilenart
{
    Neu,
    Geaendert,
    Unveraendert,
    Fehler,
}

/// <summary>Eine Zeile der Liste und was mit ihr geschieht.</summary>
/// <param name="Nummer">Zeile in der Datei, ab 2; Zeile 1 ist die Kopfzeile.</param>
public sealed record Listenzeile(int Nummer, string Kennung, string Name, string Ebene, string Uebergeordnet, Zeilenart Art, string Satz);

/// <summary>
/// Eine Liste von Sozialräumen aus einer CSV-Datei mit den Spalten Kennung, Name, Ebene, Uebergeordnet. Sie wird ganz übernommen oder gar nicht;
/// ein Raum steht in der Datei hinter dem, zu dem er gehört, oder ist schon da.
/// </summary>
public static class Sozialraumliste
{
    public const int HoechsteLaenge = 500_000;
    public const int HoechsteZeilenzahl = 2000;
    private static readonly string[] s_spalten = ["Kennung", "Name", "Ebene", "Uebergeordnet"];

    /// <exception cref="RegelVerletzt">wenn es keine Liste mit den nötigen Spalten ist.</exception>
    public static IReadOnlyList<Listenzeile> Pruefen(string text, IReadOnlyCollection<Sozialraum> vorhanden)
    {
        var bekannt = vorhanden.ToDictionary(r => r.Kennung, StringComparer.Ordinal);
        var tiefen = vorhanden.ToDictionary(r => r.Kennung, r => Tiefe(r, vorhanden), StringComparer.Ordinal);
        var gelesen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Lesen(text).Select(z => Pruefen(z, bekannt, tiefen, gelesen, vorhanden))];
    }

    private static Listenzeile Pruefen(
        Listenzeile zeile, Dictionary<string, Sozialraum> bekannt, Dictionary<string, int> tiefen, HashSet<string> gelesen, IReadOnlyCollection<Sozialraum> vorhanden)
    {
        Listenzeile Fehler(string satz) => zeile with { Art = Zeilenart.Fehler, Satz = satz };
        if (zeile.Name.Length is < 2 or > 100) return Fehler("Der Name muss zwischen 2 und 100 Zeichen haben.");
        if (zeile.Ebene.Length is 0 or > 60) return Fehler("Die Ebene fehlt oder ist länger als 60 Zeichen.");
        if (zeile.Kennung.Length is 0 or > 60 || zeile.Kennung != Kennungen.AusName(zeile.Kennung) || zeile.Kennung is "neu" or "import")
            return Fehler("Die Kennung darf nur kleine Buchstaben, Ziffern und Bindestriche enthalten.");
        if (Steuerzeichen.Enthaelt(zeile.Name + zeile.Ebene)) return Fehler("Die Zeile enthält unsichtbare Steuerzeichen.");
        if (!gelesen.Add(zeile.Kennung)) return Fehler("Diese Kennung steht schon weiter oben in der Datei.");
        var ueber = zeile.Uebergeordnet;
        if (ueber.Length > 0 && !bekannt.ContainsKey(ueber) && !tiefen.ContainsKey(ueber))
            return Fehler($"Den übergeordneten Raum „{ueber}“ gibt es nicht; er muss weiter oben in der Datei stehen.");
        if (ueber.Length > 0 && tiefen[ueber] >= Stammdatenregeln.HoechsteTiefe) return Fehler($"Der Baum der Sozialräume hat höchstens {Stammdatenregeln.HoechsteTiefe} Ebenen.");
        tiefen[zeile.Kennung] = ueber.Length > 0 ? tiefen[ueber] + 1 : 1;
        if (!bekannt.TryGetValue(zeile.Kennung, out var alt)) return zeile with { Art = Zeilenart.Neu, Satz = "wird hinzugefügt" };
        var altUeber = vorhanden.FirstOrDefault(r => r.Id == alt.UebergeordnetId)?.Kennung ?? "";
        if (altUeber != ueber) return Fehler("Dieser Raum ist schon da und gehört zu einem anderen. Verschieben Sie ihn im Baum.");
        return alt.Name == zeile.Name && alt.Ebene == zeile.Ebene
            ? zeile with { Art = Zeilenart.Unveraendert, Satz = "ist schon da" }
            : zeile with { Art = Zeilenart.Geaendert, Satz = $"hieß bisher „{alt.Name}“ ({alt.Ebene})" };
    }

    private static int Tiefe(Sozialraum raum, IReadOnlyCollection<Sozialraum> alle)
    {
        var tiefe = 1;
        for (var ueber = raum.UebergeordnetId; ueber is { } id && tiefe <= Stammdatenregeln.HoechsteTiefe; tiefe++) ueber = alle.FirstOrDefault(r => r.Id == id)?.UebergeordnetId;
        return tiefe;
    }

    private static List<Listenzeile> Lesen(string text)
    {
        var zeilen = CsvText.Read(text).Take(HoechsteZeilenzahl + 2).ToList();
        if (zeilen.Count == 0) throw new RegelVerletzt("Die Datei ist leer.", nameof(Sozialraumdatei.Datei));
        if (zeilen.Count > HoechsteZeilenzahl + 1) throw new RegelVerletzt($"Die Datei hat mehr als {HoechsteZeilenzahl} Zeilen. Teilen Sie sie bitte auf.", nameof(Sozialraumdatei.Datei));
        var kopf = zeilen[0].Fields.Select(s => s.Trim().Replace("Ü", "Ue", StringComparison.Ordinal)).ToList();
        var stellen = s_spalten.Select(s => kopf.FindIndex(v => v.Equals(s, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (stellen.Contains(-1))
            throw new RegelVerletzt($"In der ersten Zeile müssen die Spalten {string.Join(", ", s_spalten)} stehen. Es fehlt: {string.Join(", ", s_spalten.Where((_, i) => stellen[i] < 0))}.", nameof(Sozialraumdatei.Datei));
        if (zeilen.Count == 1) throw new RegelVerletzt("Unter der Kopfzeile steht keine Zeile.", nameof(Sozialraumdatei.Datei));
        return [.. zeilen.Skip(1).Select(z => new Listenzeile(
            z.Line, z[stellen[0]].Length > 0 ? z[stellen[0]] : Kennungen.AusName(z[stellen[1]]), z[stellen[1]], z[stellen[2]], z[stellen[3]], Zeilenart.Unveraendert, ""))];
    }
}

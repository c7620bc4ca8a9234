using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Einrichten;

public sealed class Anlageform
{
    [Display(Name = "Titel"), Required, StringLength(Rundenregeln.HoechsteTitellaenge), SauberesFeld]
    public string? Titel { get; set; }
}

/// <summary>Zeitraum, Kriterien und Vorschläge einer Runde, wie das Formular sie sendet.</summary>
public sealed class Zuschnittform
{
    [Display(Name = "Titel"), Required, StringLength(Rundenregeln.HoechsteTitellaenge), SauberesFeld]
    public string? Titel { get; set; }

    [Display(Name = "Beginn: Tag"), Required]
    public DateOnly? VonTag { get; set; }

    [Display(Name = "Beginn: Uhrzeit"), Required, StringLength(8)]
    public string? VonUhr { get; set; }

    [Display(Name = "Schluss: Tag"), Required]
    public DateOnly? BisTag { get; set; }

    [Display(Name = "Schluss: Uhrzeit"), Required, StringLength(8)]
    public string? BisUhr { get; set; }

    public List<string> Kriterien { get; set; } = [];

    /// <summary>Kennungen der einzeln ausgewählten Vorschläge.</summary>
    public List<string> Vorschlaege { get; set; } = [];

    /// <summary>Kennungen der ausgewählten Bündelungen.</summary>
    public List<string> Buendelungen { get; set; } = [];

    /// <summary>Wort aus dem Titel oder Nummer eines Vorschlags: Von vielen stehen nur die zur Wahl, auf die es passt.</summary>
    [Display(Name = "Vorschläge suchen"), StringLength(200), SauberesFeld]
    public string? Suche { get; set; }

    /// <summary>„suchen“ zeigt nach dem Speichern wieder die Auswahl.</summary>
    public string? Ziel { get; set; }

    public int Version { get; set; }

    /// <param name="empfohlene">Was ausgewählt ist, solange niemand gewählt hat.</param>
    public static Zuschnittform Von(Priorisierungsrunde runde, Geschaeftsordnung? ordnung, IReadOnlyList<Rundenvorschlag> empfohlene, DateTime jetzt)
    {
        var gewaehlt = runde.Vorschlaege.Count > 0 ? runde.Vorschlaege : empfohlene;
        var von = Ortszeit.Von(runde.Von ?? jetzt);
        var bis = runde.Bis is { } schluss ? Ortszeit.Von(schluss) : von.Date.AddDays(21).AddHours(18);
        return new()
        {
            Titel = runde.Titel,
            VonTag = DateOnly.FromDateTime(runde.Von is null ? von.AddDays(1) : von),
            VonUhr = runde.Von is null ? "08:00" : von.ToString("HH:mm", CultureInfo.InvariantCulture),
            BisTag = DateOnly.FromDateTime(bis),
            BisUhr = bis.ToString("HH:mm", CultureInfo.InvariantCulture),
            Kriterien = runde.Kriterien.Count > 0 ? [.. runde.Kriterien] : [.. (ordnung?.Inhalt.Kriterien ?? []).Select(k => k.Schluessel)],
            Vorschlaege = [.. gewaehlt.Where(v => !v.IstBuendelung).Select(v => v.Vorschlag.Kennung)],
            Buendelungen = [.. gewaehlt.Select(v => v.Buendelung?.Kennung).OfType<string>()],
            Version = runde.Version,
        };
    }

    /// <summary>UTC.</summary>
    /// <exception cref="RegelVerletzt">wenn es die Uhrzeit nicht gibt.</exception>
    public DateTime Beginn => Zeitpunkt(VonTag, VonUhr, nameof(VonUhr));

    /// <inheritdoc cref="Beginn"/>
    public DateTime Schluss => Zeitpunkt(BisTag, BisUhr, nameof(BisUhr));

    private static DateTime Zeitpunkt(DateOnly? tag, string? uhr, string feld) =>
        !TimeOnly.TryParseExact((uhr ?? "").Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var zeit)
            ? throw new RegelVerletzt("Bitte geben Sie die Uhrzeit als Stunde und Minute an, zum Beispiel 18:00.", feld)
            : Ortszeit.Utc(tag ?? default, zeit) ?? throw new RegelVerletzt("Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhr vorgestellt wird.", feld);
}

/// <summary>Eine Tat, die sich nicht zurücknehmen lässt.</summary>
public sealed class Eroeffnungsform
{
    [Display(Name = "Ja, die Runde soll so eröffnet werden; danach steht alles fest")]
    public bool Bestaetigt { get; set; }

    public int Version { get; set; }
}

public sealed class Schliessungsform
{
    [Display(Name = "Grund"), Required, StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }

    [Display(Name = "Ja, die Runde soll jetzt schließen; sie lässt sich nicht wieder öffnen")]
    public bool Bestaetigt { get; set; }
}

public sealed class Verwerfungsform
{
    [Display(Name = "Ja, der Entwurf soll gelöscht werden")]
    public bool Bestaetigt { get; set; }
}

/// <summary>Was sich in die Runde aufnehmen lässt.</summary>
/// <param name="Kennung">Kennung des Vorschlags; bei einer Bündelung die des ersten.</param>
/// <param name="Hinweis">Was bei der Wahl hilft, z. B. die Streuung in der ersten Runde; leer, wenn es nichts zu sagen gibt.</param>
/// <param name="Buendelung">Kennung der Bündelung; leer bei einem einzelnen Vorschlag.</param>
/// <param name="Teile">Was in der Bündelung steckt, je Vorschlag eine Zeile.</param>
public sealed record Wahlzeile(string Kennung, string Titel, string Gruppe, string Hinweis, string? Buendelung, IReadOnlyList<string> Teile);

/// <param name="Gesperrte">Bündelungen, die sich noch nicht oder nicht mehr wählen lassen, je mit dem Grund.</param>
/// <param name="Wahl">Was ausgewählt ist und ein Teil dessen, was sich noch auswählen lässt.</param>
/// <param name="Weitere">Wie viele Vorschläge sich noch auswählen ließen und hier nicht stehen.</param>
public sealed record Zuschnittseite(Priorisierungsrunde Runde, Zuschnittform Form, IReadOnlyList<Kriterium> Kriterien, IReadOnlyList<Wahlzeile> Wahl, int Weitere, IReadOnlyList<(string Kennung, string Grund)> Gesperrte, int? Fassung)
{
    /// <summary>Ob es mehr zur Wahl gibt, als auf einmal zu sehen ist.</summary>
    public bool WirdGesucht => Weitere > 0 || !string.IsNullOrWhiteSpace(Form.Suche);
}

public sealed record Eroeffnungsseite(Priorisierungsrunde Runde, Auskunft Darf, IReadOnlyList<(string Bank, int Sitze, int Besetzt)> Baenke, int? Fassung, Eroeffnungsform Form);

public sealed record Schliessungsseite(Priorisierungsrunde Runde, int Boegen, int Abgegeben, Schliessungsform Form);

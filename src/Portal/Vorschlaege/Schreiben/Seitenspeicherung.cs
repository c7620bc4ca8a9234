using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege.Schreiben;

/// <summary>Was die Seite zeigt, wenn nicht (mehr) geschrieben werden darf: den Grund und, was schon getippt war.</summary>
public sealed record GesperrteSeite(Vorschlag Vorschlag, Auskunft Darf, IReadOnlyList<(string Titel, string Text)> Getippt);

/// <summary>Beide Fassungen der Stellen, die zwei verschieden geändert haben, und Zeilen, die jemand entfernt hat, während darin geschrieben wurde.</summary>
public sealed record Konfliktseite(Vorschlag Vorschlag, IReadOnlyList<Konfliktanzeige> Konflikte, IReadOnlyList<EntfernteZeile> Verschwunden);

public sealed record Vorschauseite(Vorschlag Vorschlag, Vorschlagstext Text);

/// <summary>Speichert die ganze Schreibseite auf einmal: erst alle Texte, dann, was mit einer Zeile geschehen soll.</summary>
public sealed class Seitenspeicherung(Vorschlag vorschlag, Matrixlayout layout, Schreibvorgang vorgang)
{
    private bool _zeilenGeaendert;

    public Schreibvorgang Vorgang { get; } = vorgang;
    public List<EntfernteZeile> Verschwunden { get; } = [];
    public EntfernteZeile? Entfernt { get; private set; }

    /// <summary>Wohin die Seite danach springt.</summary>
    public string Anker { get; private set; } = "";

    public bool HatGeschrieben => Vorgang.HatGeschrieben || _zeilenGeaendert;

    public void Texte(SchreibForm form)
    {
        foreach (var feld in Vorschlagsfelder.Alle)
            if (form.Feld(feld.Feld) is { } eingabe) Vorgang.Feld(feld.Feld, eingabe);
        foreach (var (kennung, getippt) in form.Zeilen)
        {
            if (vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == kennung) is { } zeile) Vorgang.Zeile(zeile, layout.SpaltenFuer(zeile.Zielfeld), getippt.AlsEingabe());
            else if (getippt.IstAngefasst && Zielfeld(getippt.Zielfeld) is { } zielfeld)
                Verschwunden.Add(new(vorschlag.Kennung, "Während Sie darin geschrieben haben, hat jemand diese Zeile entfernt.", zielfeld, kennung, int.MaxValue, getippt.AlsEingabe().Werte, layout));
        }
    }

    public void Aktion(SchreibForm form, Akteur wer, DateTime jetzt)
    {
        var (was, woran) = form.AktionsTeile;
        var zeile = vorschlag.Zeilen.FirstOrDefault(z => z.Kennung == woran);
        try
        {
            switch (was)
            {
                case "neu":
                    Anker = "#zeile-" + new NeueZeileForm { Zielfeld = woran }.Einfuegen(vorschlag, layout, wer, jetzt).Kennung;
                    break;
                case "hoch" or "runter" when zeile is not null:
                    vorschlag.ZeileVerschieben(zeile, was == "hoch" ? -1 : 1, wer, jetzt);
                    Anker = "#zeile-" + woran;
                    break;
                // Eine Zeile mit einer offenen Stelle bleibt, bis sie entschieden ist: sonst ginge Getipptes mit ihr verloren.
                case "weg" when zeile is not null && Vorgang.Konflikte.All(k => k.Ort != woran) && Vorgang.Fehler.All(f => f.Ort != woran):
                    Entfernen(zeile, wer, jetzt);
                    break;
                default:
                    return;
            }
            _zeilenGeaendert = true;
        }
        catch (RegelVerletzt nein)
        {
            Vorgang.Ablehnen(nein.Message);
        }
    }

    /// <summary>Was jemand geändert hat, ohne dass es gespeichert werden kann: zum Herauskopieren.</summary>
    public static IEnumerable<(string Titel, string Text)> Angefasstes(SchreibForm form, Matrixlayout layout)
    {
        foreach (var feld in Vorschlagsfelder.Alle)
            if (form.Feld(feld.Feld) is { } eingabe && eingabe.Werte[feld.Feld.ToString()] is { Length: > 0 } text && !eingabe.Grund(feld.Feld.ToString()).Ist(Gespeichert(feld.Feld, text)))
                yield return (feld.Name, text);
        foreach (var zeile in form.Zeilen.Values.Where(z => z.IstAngefasst))
            yield return (layout.Zielfelder.FirstOrDefault(z => z.Schluessel == zeile.Zielfeld)?.Name ?? "Zielfeldermatrix",
                string.Join("\n", layout.Spalten.Select(s => (s.Name, Text: zeile.Zellen.GetValueOrDefault(s.Schluessel)?.Text ?? "")).Where(z => z.Text.Length > 0).Select(z => $"{z.Name}: {z.Text}")));
    }

    private void Entfernen(Matrixzeile zeile, Akteur wer, DateTime jetzt)
    {
        var werte = layout.SpaltenFuer(zeile.Zielfeld).ToDictionary(s => s.Schluessel, s => s.WertIn(zeile.Werte));
        var platz = vorschlag.ZeilenIn(zeile.Zielfeld).ToList().IndexOf(zeile) + 1;
        vorschlag.ZeileEntfernen(zeile, wer, jetzt);
        if (Zielfeld(zeile.Zielfeld) is { } zielfeld)
            Entfernt = new(vorschlag.Kennung, $"Zeile {platz} aus „{zielfeld.Name}“ ist entfernt.", zielfeld, zeile.Kennung, platz, werte, layout);
    }

    private Zielfeld? Zielfeld(string schluessel) => layout.Zielfelder.FirstOrDefault(z => z.Schluessel == schluessel);

    private static string Gespeichert(Vorschlagsfeld feld, string text)
    {
        try { return Feldpruefung.Geprueft(feld, text); }
        catch (RegelVerletzt) { return text; }
    }
}

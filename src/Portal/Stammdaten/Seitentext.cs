using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Ein Text, den die Gemeinde selbst pflegt: Startseite, Impressum, Datenschutz, Erklärung zur Barrierefreiheit.</summary>
public sealed class Seitentext
{
    private Seitentext() { }

    public Seitentext(string seite, string titel, string markdown, string html)
    {
        Seite = seite;
        Version = Planungsobjekt.ErsteVersion;
        Titel = titel.Trim();
        Markdown = markdown;
        Html = html;
    }

    /// <summary>Adressteil der Seite, z. B. „impressum“.</summary>
    public string Seite { get; private set; } = "";

    public string Titel { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string Html { get; private set; } = "";
    public int Version { get; internal set; }

    /// <summary>Dass es geschah, hält die Gemeinde fest: <see cref="Kommune.SeiteSchreiben"/>.</summary>
    public void Schreiben(string titel, string markdown, string html, Akteur wer)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        Titel = titel.Trim();
        Markdown = markdown;
        Html = html;
    }
}

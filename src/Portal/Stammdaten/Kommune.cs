using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Stammdaten;

/// <summary>Die Gemeinde, der das Portal gehört: Name, Logo, Akzentfarbe, Absender. Es gibt genau eine.</summary>
public sealed class Kommune : Planungsobjekt
{
    public const int LogoHoechstens = 200 * 1024;

    public Kommune() => Kennung = "gemeinde";

    public string Name { get; set; } = "Unsere Gemeinde";

    /// <summary>Sechsstellige Farbe mit Raute, z. B. „#171a2b“; leer heißt: Farbe des Designsystems.</summary>
    public string Akzentfarbe { get; set; } = "";

    /// <summary>PNG, JPEG oder WebP, höchstens 200 kB; leer heißt: Bild des Portals.</summary>
    public byte[]? Logo { get; set; }

    public string? LogoTyp { get; set; }

    /// <summary>Anschrift und Telefon der Geschäftsführung, wie sie im Fuß jeder Seite steht.</summary>
    public string Kontakt { get; set; } = "";

    /// <summary>Bis zu diesem Tag können Vorschläge in der laufenden Runde eingereicht werden; leer heißt: jederzeit.</summary>
    public DateOnly? Einreichungsfrist { get; set; }

    public override string Gegenstand => "Gemeinde";
    public override string Bezeichnung => Name;

    public void Darstellen(string name, string akzentfarbe, string kontakt, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        if (Farbpruefung.Pruefe(akzentfarbe) is { Erlaubt: false } einwand) throw new RegelVerletzt(einwand.Einwand, nameof(Akzentfarbe));
        Name = name.Trim();
        Akzentfarbe = akzentfarbe.Trim().ToLowerInvariant();
        Kontakt = kontakt.Trim();
        Vermerken("gemeinde.dargestellt", wer.PersonId, jetzt, "hat Name, Farbe und Kontakt der Gemeinde geändert");
    }

    /// <exception cref="RegelVerletzt">wenn es kein Bild der erlaubten Art ist oder zu groß.</exception>
    public void LogoSetzen(byte[] bild, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        LogoTyp = Bildpruefung.Typ(bild) ?? throw new RegelVerletzt("Das ist kein Bild, das hier verwendet werden kann. Erlaubt sind PNG, JPEG und WebP.", nameof(Logo));
        if (bild.Length > LogoHoechstens) throw new RegelVerletzt($"Das Bild ist {bild.Length / 1024} kB groß; erlaubt sind höchstens {LogoHoechstens / 1024} kB.", nameof(Logo));
        Logo = bild;
        Vermerken("gemeinde.logo", wer.PersonId, jetzt, "hat ein neues Logo eingestellt");
    }

    public void LogoEntfernen(Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        Logo = null;
        LogoTyp = null;
        Vermerken("gemeinde.logo", wer.PersonId, jetzt, "hat das Logo entfernt");
    }

    /// <param name="frist">Leer heißt: jederzeit.</param>
    public void FristSetzen(DateOnly? frist, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfFristSetzen(wer).Verlangen();
        Einreichungsfrist = frist;
        Vermerken("gemeinde.frist", wer.PersonId, jetzt, frist is { } tag ? $"hat die Einreichungsfrist auf den {Ortszeit.Lang(tag)} gesetzt" : "hat die Einreichungsfrist aufgehoben");
    }

    /// <param name="html">Der Text, wie er gelesen wird.</param>
    public void SeiteSchreiben(Seitentext seite, string titel, string markdown, string html, Akteur wer, DateTime jetzt)
    {
        Stammdatenregeln.DarfPflegen(wer).Verlangen();
        seite.Schreiben(titel, markdown, html, wer);
        Vermerken("gemeinde.seite", wer.PersonId, jetzt, $"hat den Text „{seite.Titel}“ geändert");
    }
}

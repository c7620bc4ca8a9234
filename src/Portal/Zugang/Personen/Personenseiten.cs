using Portal.Grundbegriffe;

namespace Portal.Zugang.Personen;

public enum Personenstand
{
    MitKonto,
    OhneKonto,
    Gesperrt,
}

public sealed record Personenfilter(string? Suche, Rolle? Rolle, Personenstand? Stand)
{
    public bool IstGesetzt => !string.IsNullOrWhiteSpace(Suche) || Rolle is not null || Stand is not null;
}

public sealed record Personenzeile(string Kennung, string Vorname, string Nachname, string Organisation, string Email, List<Rolle> Rollen, bool Gesperrt, bool HatKonto)
{
    public string Name => $"{Vorname} {Nachname}".Trim();
}

public sealed record Personenlistenseite(IReadOnlyList<Personenzeile> Personen, Personenfilter Filter, string? Weiter);

public sealed record Gruppenzeile(string Name, string Kennung, Mitgliedsrolle Rolle, DateOnly Von, DateOnly? Bis);

/// <summary>Was über den Zugang einer Person zu sehen ist.</summary>
public sealed record Kontostand(bool HatKennwort, bool ZweiterFaktor, int Passkeys, DateTime? ZuletztAngemeldet, DateTime? GesperrtBis);

public sealed record Personenseite(
    Person Person, Kontostand? Konto, IReadOnlyList<Gruppenzeile> Gruppen, IReadOnlyList<Einladung> Einladungen, IReadOnlyList<Ereignis> Geschichte,
    IReadOnlyDictionary<int, string> Namen, Auskunft DarfSperren, Auskunft DarfEntsperren, Auskunft DarfFaktorEntfernen, Auskunft DarfGeschaeftsfuehrungAendern, Auskunft DarfLoeschen, DateTime Jetzt)
{
    /// <summary>Die Rollen, wie sie im Formular angekreuzt sind.</summary>
    public RollenForm Rollenform { get; init; } = new() { Rollen = Person.Rollen, Version = Person.Version };

    public string WerWar(Ereignis ereignis) => ereignis.PersonId is { } id ? Namen.GetValueOrDefault(id, "unbekannt") : "Portal";
}

public sealed record Einladungszeile(
    string Kennung, string Email, string Name, string? Fachgruppe, List<Rolle> Rollen, DateTime ErstelltAm, DateTime GueltigBis, DateTime? AngenommenAm, DateTime? WiderrufenAm, string? Von)
{
    public bool IstOffen => AngenommenAm is null && WiderrufenAm is null;

    public Einladungsstand Stand(DateTime jetzt) => Standnamen.StandVon(AngenommenAm, WiderrufenAm, GueltigBis, jetzt);
}

public enum Einladungsstand
{
    Offen,
    Abgelaufen,
    Angenommen,
    Widerrufen,
}

public sealed record Einladungslistenseite(IReadOnlyList<Einladungszeile> Einladungen, Einladungsstand? Stand, string? Suche, string? Weiter, DateTime Jetzt);

public static class Standnamen
{
    public static Einladungsstand Stand(this Einladung einladung, DateTime jetzt) => StandVon(einladung.AngenommenAm, einladung.WiderrufenAm, einladung.GueltigBis, jetzt);

    public static Einladungsstand StandVon(DateTime? angenommen, DateTime? widerrufen, DateTime gueltigBis, DateTime jetzt) =>
        angenommen is not null ? Einladungsstand.Angenommen
        : widerrufen is not null ? Einladungsstand.Widerrufen
        : jetzt < gueltigBis ? Einladungsstand.Offen : Einladungsstand.Abgelaufen;

    public static string Anzeige(this Einladungsstand stand) => stand switch
    {
        Einladungsstand.Offen => "offen",
        Einladungsstand.Abgelaufen => "abgelaufen",
        Einladungsstand.Angenommen => "angenommen",
        Einladungsstand.Widerrufen => "widerrufen",
        _ => throw new ArgumentOutOfRangeException(nameof(stand), stand, "Dieser Stand hat keinen Namen."),
    };

    public static string Anzeige(this Personenstand stand) => stand switch
    {
        Personenstand.MitKonto => "mit Konto",
        Personenstand.OhneKonto => "noch ohne Konto",
        Personenstand.Gesperrt => "gesperrt",
        _ => throw new ArgumentOutOfRangeException(nameof(stand), stand, "Dieser Stand hat keinen Namen."),
    };
}

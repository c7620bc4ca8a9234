using System.Security.Cryptography;
using System.Text;

namespace Portal.Vorschlaege;

/// <summary>Wovon jemand beim Schreiben ausging: der Text selbst, oder (ohne JavaScript) nur sein Abdruck.</summary>
/// <param name="Abdruck">Siehe <see cref="Von"/>; genügt, um zu wissen, ob jemand eine Stelle angefasst hat.</param>
public sealed record Grundlage(string? Text, string? Abdruck)
{
    public static Grundlage Unbekannt { get; } = new(null, null);

    public static Grundlage AusText(string text) => new(text, null);

    /// <summary>Elf Zeichen, an denen zwei Texte auseinanderzuhalten sind.</summary>
    public static string Von(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))[..11];

    public bool Ist(string text) => Text is not null ? Text == text : Abdruck is not null && Abdruck == Von(text);
}

/// <summary>Was beim Abgleich einer Stelle herauskommt.</summary>
public enum Abgleichsart
{
    /// <summary>Es bleibt, was da steht.</summary>
    Unveraendert,

    /// <summary>Es gilt, was jemand schickt.</summary>
    Gilt,

    /// <summary>Beide Änderungen stehen darin.</summary>
    Zusammengefuehrt,

    /// <summary>Beide haben dieselbe Stelle verschieden geändert.</summary>
    Konflikt,
}

/// <summary>Stellt gegenüber, was gespeichert ist und was jemand speichern will.</summary>
/// <param name="Wert">Was danach gelten soll; bei einem Konflikt, was gespeichert ist und bleibt.</param>
public sealed record Abgleich(Abgleichsart Art, string Wert)
{
    /// <param name="gleicheVersion">Seit die Person die Seite geladen hat, hat niemand sonst gespeichert.</param>
    public static Abgleich Stelle(Feldart art, string jetzt, string meins, bool gleicheVersion, Grundlage grund)
    {
        if (meins == jetzt) return new(Abgleichsart.Unveraendert, jetzt);
        if (gleicheVersion) return new(Abgleichsart.Gilt, meins);
        if (grund.Ist(meins)) return new(Abgleichsart.Unveraendert, jetzt);
        if (grund.Ist(jetzt)) return new(Abgleichsart.Gilt, meins);
        if (grund.Text is null || Zusammen(art, grund.Text, meins, jetzt) is not { } zusammen) return new(Abgleichsart.Konflikt, jetzt);
        return new(Abgleichsart.Zusammengefuehrt, zusammen);
    }

    private static string? Zusammen(Feldart art, string grund, string meins, string jetzt) => art switch
    {
        Feldart.Zeile or Feldart.Absatz or Feldart.Markdown => Zusammenfuehrung.Texte(grund, meins, jetzt),
        Feldart.Mehrfachauswahl => string.Join(',', Zusammenfuehrung.Mengen(Liste(grund), Liste(meins), Liste(jetzt))),
        _ => null,
    };

    private static string[] Liste(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

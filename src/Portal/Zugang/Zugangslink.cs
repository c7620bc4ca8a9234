using System.Security.Cryptography;
using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Wozu ein Link berechtigt, der per Mail oder auf der Konsole kommt.</summary>
public enum Linkzweck
{
    KennwortNeu,
    EmailAendern,
    Ersteinrichtung,
}

/// <summary>
/// Ein geheimer Link, der einmal und nur kurz gilt. Gespeichert ist nur sein Abdruck. Er gilt nicht mehr, sobald sich am Konto
/// etwas Wesentliches geändert hat (Kennwort, Adresse, „überall abmelden“).
/// </summary>
public sealed class Zugangslink
{
    private Zugangslink() { }

    private Zugangslink(Linkzweck zweck, DateTime jetzt, TimeSpan gueltigkeit, string geheimnis)
    {
        Zweck = zweck;
        Abdruck = Einladung.AbdruckVon(geheimnis);
        ErstelltAm = jetzt;
        GueltigBis = jetzt + gueltigkeit;
    }

    public int Id { get; private set; }
    public int Version { get; internal set; }
    public Linkzweck Zweck { get; private set; }

    /// <summary>SHA-256 des Links, hexadezimal.</summary>
    public string Abdruck { get; private set; } = "";

    public int? KontoId { get; private set; }
    public Konto? Konto { get; private set; }

    /// <summary>Sicherheitsstempel des Kontos, als der Link entstand.</summary>
    public string Stempel { get; private set; } = "";

    /// <summary>Nur beim Wechsel der Adresse.</summary>
    public string NeueEmail { get; private set; } = "";

    public DateTime ErstelltAm { get; private set; }
    public DateTime GueltigBis { get; private set; }
    public DateTime? BenutztAm { get; private set; }

    /// <returns>Der Link und sein geheimer Teil, der nirgends gespeichert wird.</returns>
    public static (Zugangslink Link, string Geheimnis) FuerNeuesKennwort(Konto konto, DateTime jetzt) => FuerKonto(Linkzweck.KennwortNeu, konto, TimeSpan.FromHours(1), jetzt);

    /// <inheritdoc cref="FuerNeuesKennwort"/>
    public static (Zugangslink Link, string Geheimnis) FuerNeueEmail(Konto konto, string email, DateTime jetzt)
    {
        var (link, geheimnis) = FuerKonto(Linkzweck.EmailAendern, konto, TimeSpan.FromHours(24), jetzt);
        link.NeueEmail = email.Trim();
        return (link, geheimnis);
    }

    /// <inheritdoc cref="FuerNeuesKennwort"/>
    public static (Zugangslink Link, string Geheimnis) FuerErsteinrichtung(DateTime jetzt)
    {
        var geheimnis = NeuesGeheimnis();
        return (new Zugangslink(Linkzweck.Ersteinrichtung, jetzt, TimeSpan.FromHours(24), geheimnis), geheimnis);
    }

    public Auskunft IstGueltig(DateTime jetzt) => Auskunft.Pruefe(
        (BenutztAm is null, "Dieser Link wurde schon benutzt."),
        (jetzt < GueltigBis, "Dieser Link ist abgelaufen."),
        (Konto is null || Konto.SecurityStamp == Stempel, "Dieser Link gilt nicht mehr, weil sich Ihr Konto inzwischen geändert hat."));

    public void Benutzen(DateTime jetzt)
    {
        IstGueltig(jetzt).Verlangen();
        BenutztAm = jetzt;
    }

    private static (Zugangslink Link, string Geheimnis) FuerKonto(Linkzweck zweck, Konto konto, TimeSpan gueltigkeit, DateTime jetzt)
    {
        var geheimnis = NeuesGeheimnis();
        return (new Zugangslink(zweck, jetzt, gueltigkeit, geheimnis) { KontoId = konto.Id, Stempel = konto.SecurityStamp ?? "" }, geheimnis);
    }

    private static string NeuesGeheimnis() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}

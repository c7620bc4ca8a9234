using System.Security.Cryptography;
using System.Text;
using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>
/// Die Bitte an einen Menschen, mitzuwirken. Der Link darin gilt einmal und nur bis zum Ablauf; gespeichert ist nur sein Abdruck.
/// </summary>
public sealed class Einladung : Planungsobjekt
{
    public static readonly TimeSpan Gueltigkeit = TimeSpan.FromDays(14);

    /// <summary>So heißt im Verlauf, dass jemand sie angenommen hat.</summary>
    public const string WurdeAngenommen = "einladung.angenommen";

    private Einladung() { }

    private Einladung(string email, string vorname, string nachname, int? vonPersonId, DateTime jetzt)
    {
        Kennung = Kennungen.Zufaellig();
        Email = email.Trim();
        EmailNormal = Person.Normal(email);
        Vorname = vorname.Trim();
        Nachname = nachname.Trim();
        VonPersonId = vonPersonId;
        ErstelltAm = jetzt;
    }

    public string Email { get; private set; } = "";
    public string EmailNormal { get; private set; } = "";
    public string Vorname { get; private set; } = "";
    public string Nachname { get; private set; } = "";
    public string Organisation { get; private set; } = "";
    public int? VonPersonId { get; private set; }

    /// <summary>Wohin die Einladung führt; leer, wenn sie keine Fachgruppe betrifft.</summary>
    public int? FachgruppeId { get; private set; }

    public Mitgliedsrolle Mitgliedsrolle { get; private set; }
    public List<Rolle> Rollen { get; private set; } = [];

    public DateTime ErstelltAm { get; private set; }
    public DateTime GueltigBis { get; private set; }

    /// <summary>SHA-256 des Links, hexadezimal.</summary>
    public string Abdruck { get; private set; } = "";

    public DateTime? AngenommenAm { get; private set; }
    public DateTime? WiderrufenAm { get; private set; }
    public int GesendetAnzahl { get; private set; }

    public override string Gegenstand => "Einladung";
    public override string Bezeichnung => Email;

    public bool IstOffen => AngenommenAm is null && WiderrufenAm is null;
    public bool IstGueltig(DateTime jetzt) => IstOffen && jetzt < GueltigBis;

    /// <summary>Ob jemand einladen darf, weiß die Fachgruppe: Sie ruft das.</summary>
    /// <returns>Die Einladung und der geheime Teil des Links, der nirgends gespeichert wird.</returns>
    internal static (Einladung Einladung, string Geheimnis) InDieFachgruppe(
        string email, string vorname, string nachname, int fachgruppeId, Mitgliedsrolle rolle, Akteur wer, DateTime jetzt)
    {
        var einladung = new Einladung(email, vorname, nachname, wer.PersonId, jetzt) { FachgruppeId = fachgruppeId, Mitgliedsrolle = rolle };
        einladung.Vermerken("einladung.gesendet", wer.PersonId, jetzt, $"hat {einladung.Email} in eine Fachgruppe eingeladen").ImKreisVon(fachgruppeId);
        return (einladung, einladung.NeuesGeheimnis(jetzt));
    }

    /// <inheritdoc cref="InDieFachgruppe"/>
    public static (Einladung Einladung, string Geheimnis) InsPortal(
        string email, string vorname, string nachname, string organisation, IReadOnlyCollection<Rolle> rollen, Akteur wer, DateTime jetzt)
    {
        Personenregeln.DarfEinladen(rollen, wer).Verlangen(nameof(Rollen));
        var einladung = new Einladung(email, vorname, nachname, wer.PersonId, jetzt) { Rollen = [.. rollen.Distinct().Order()], Organisation = organisation.Trim() };
        einladung.Vermerken("einladung.gesendet", wer.PersonId, jetzt, $"hat {einladung.Email} in das Portal eingeladen");
        return (einladung, einladung.NeuesGeheimnis(jetzt));
    }

    /// <summary>Sendet neu: der alte Link gilt nicht mehr.</summary>
    public string Erneuern(int vonPersonId, DateTime jetzt)
    {
        Einladungsregeln.DarfErneuern(this).Verlangen();
        Vermerken("einladung.erneuert", vonPersonId, jetzt, $"hat die Einladung an {Email} noch einmal gesendet");
        return NeuesGeheimnis(jetzt);
    }

    public void Widerrufen(int vonPersonId, DateTime jetzt)
    {
        Einladungsregeln.DarfWiderrufen(this).Verlangen();
        WiderrufenAm = jetzt;
        Vermerken("einladung.widerrufen", vonPersonId, jetzt, $"hat die Einladung an {Email} widerrufen");
    }

    public void Annehmen(int personId, DateTime jetzt)
    {
        Einladungsregeln.DarfAnnehmen(this, jetzt).Verlangen();
        AngenommenAm = jetzt;
        Vermerken(WurdeAngenommen, personId, jetzt, "hat die Einladung angenommen");
    }

    public static string AbdruckVon(string geheimnis) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(geheimnis)));

    private string NeuesGeheimnis(DateTime jetzt)
    {
        var geheimnis = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Abdruck = AbdruckVon(geheimnis);
        GueltigBis = jetzt + Gueltigkeit;
        GesendetAnzahl++;
        return geheimnis;
    }
}

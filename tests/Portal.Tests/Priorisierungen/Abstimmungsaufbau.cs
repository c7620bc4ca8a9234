using System.Reflection;
using Portal.Grundbegriffe;
using Portal.Konferenzen;
using Portal.Priorisierungen.Abstimmungen;
using Portal.Tests.Konferenzen;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Priorisierungen;

/// <summary>Eine Konferenz im Kleinen, ohne Datenbank: Sitz i wird von Person 100 + i innegehabt und von Person 200 + i vertreten.</summary>
internal static class Abstimmungsaufbau
{
    public static readonly DateTime Jetzt = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Heute = Ortszeit.Datum(Jetzt);

    public static Akteur Inhaber(int sitz) => new(100 + sitz, $"Inhaber {sitz}", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());
    public static Akteur Vertretung(int sitz) => new(200 + sitz, $"Vertretung {sitz}", [Rolle.Konferenzmitglied], new Dictionary<int, Mitgliedsrolle>());

    public static Person Person(int id) => Mit(new Person(id < 200 ? "Inhaber" : "Vertretung", $"{id % 100}", $"{id}@musterstadt.example"), id);

    public static Geschaeftsordnung Ordnung(int sitze, Func<Geschaeftsordnungsinhalt, Geschaeftsordnungsinhalt>? regeln = null)
    {
        var ordnung = new Geschaeftsordnung(1, null, Rollen.Geschaeftsfuehrung, Jetzt);
        ordnung.BaenkeFestlegen([new("praxis", "Praxis", sitze, 100, false)], Rollen.Geschaeftsfuehrung);
        if (regeln is not null) ordnung.VerfahrenRegeln(regeln(ordnung.Inhalt), Rollen.Geschaeftsfuehrung);
        ordnung.InKraftSetzen(Heute, "Beschluss", null, Rollen.Geschaeftsfuehrung, Jetzt);
        return ordnung;
    }

    public static Sitz Sitz(int nummer, bool vertreten = true)
    {
        var sitz = Mit(new Sitz(Baenke.Bank("praxis"), nummer, "", new(2026, 1, 1)), nummer);
        sitz.Besetzen(Person(100 + nummer), Sitzstellung.Inhaber, new(2026, 1, 1), "Verband", [], 1, Rollen.Geschaeftsfuehrung, Jetzt);
        if (vertreten) sitz.Besetzen(Person(200 + nummer), Sitzstellung.Stellvertretung, new(2026, 1, 1), "Verband", [], 1, Rollen.Geschaeftsfuehrung, Jetzt);
        return sitz;
    }

    public static Abstimmung Vorbereitet(Abstimmungsart art = Abstimmungsart.Offen, DateOnly? frist = null) =>
        new("2026-1", new("Soll das so sein?", "", art, frist, null), Rollen.Geschaeftsfuehrung, Jetzt);

    public static (Abstimmung Abstimmung, Urne? Urne) Offen(int besetzt, int sitze, Abstimmungsart art = Abstimmungsart.Offen, Func<Geschaeftsordnungsinhalt, Geschaeftsordnungsinhalt>? regeln = null, DateOnly? frist = null)
    {
        var abstimmung = Vorbereitet(art, frist);
        return (abstimmung, abstimmung.Eroeffnen(Ordnung(sitze, regeln), [.. Enumerable.Range(1, besetzt).Select(i => Sitz(i))], Rollen.Geschaeftsfuehrung, Jetzt));
    }

    private static T Mit<T>(T ding, int id) where T : Planungsobjekt
    {
        typeof(Planungsobjekt).GetProperty(nameof(Planungsobjekt.Id), BindingFlags.Public | BindingFlags.Instance)!.SetValue(ding, id);
        return ding;
    }
}

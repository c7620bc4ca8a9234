using Portal.Grundbegriffe;

namespace Portal.Zugang.Personenimport;

/// <summary>Eine Fachgruppe, in die aufgenommen werden kann, und ob sie noch jemanden aufnimmt.</summary>
public sealed record Zielgruppe(int Id, string Kennung, string Name, Auskunft DarfAufnehmen);

/// <summary>Eine geprüfte Zeile.</summary>
/// <param name="Fehler">Ein Satz, warum sie nicht übernommen wird; leer, wenn sie gut ist.</param>
public sealed record Importzeile(Rohzeile Roh, IReadOnlyList<Rolle> Rollen, IReadOnlyList<(Zielgruppe Gruppe, Mitgliedsrolle Stellung)> Gruppen, string Fehler)
{
    public bool IstGut => Fehler.Length == 0;
}

/// <summary>Prüft jede Zeile gegen die Regeln, gegen die anderen Zeilen und gegen das, was es schon gibt.</summary>
/// <param name="vorhandene">E-Mail-Adressen, zu denen es schon jemanden gibt, in Normalform.</param>
public sealed class Importpruefung(IEnumerable<Zielgruppe> gruppen, IReadOnlySet<string> vorhandene, Akteur wer)
{
    private static readonly char[] s_trenner = [',', '|'];
    private readonly List<Zielgruppe> _gruppen = [.. gruppen];
    private readonly Dictionary<string, int> _gesehen = [];

    public IReadOnlyList<Importzeile> Pruefen(IEnumerable<Rohzeile> zeilen) => [.. zeilen.Select(Pruefen)];

    private Importzeile Pruefen(Rohzeile roh)
    {
        var (rollen, falscheRolle) = RollenAus(roh.Rollen);
        var (ziele, falscheGruppe) = GruppenAus(roh.Fachgruppen);
        var normal = Person.Normal(roh.Email);
        var zuvor = _gesehen.GetValueOrDefault(normal);
        var fehler = roh.Fehler.Length > 0 ? Auskunft.Nein(roh.Fehler)
            : Namensregeln.TaugtAlsName(roh.Vorname, roh.Nachname, roh.Organisation)
                .Und(Namensregeln.TaugtAlsAdresse(roh.Email))
                .Und(Auskunft.Pruefe(
                    (zuvor == 0, $"Die Adresse {roh.Email} steht schon in Zeile {zuvor}."),
                    (!vorhandene.Contains(normal), $"Zu der Adresse {roh.Email} gibt es schon eine Person; sie bleibt, wie sie ist."),
                    (falscheRolle is null, $"Die Rolle „{falscheRolle}“ gibt es nicht. Es gibt {string.Join(", ", Enum.GetValues<Rolle>().Select(r => r.Anzeige()))}."),
                    (falscheGruppe is null, $"Die Fachgruppe „{falscheGruppe}“ gibt es nicht.")))
                .Und(Personenregeln.DarfEinladen(rollen, wer))
                .Und(ziele.Select(z => z.Gruppe.DarfAufnehmen).FirstOrDefault(a => !a.Erlaubt) is { } nein ? Auskunft.Nein($"{ziele.First(z => !z.Gruppe.DarfAufnehmen.Erlaubt).Gruppe.Name}: {nein.Einwand}") : Auskunft.Ja);
        if (normal.Length > 0) _gesehen.TryAdd(normal, roh.Nummer);
        return new(roh, rollen, ziele, fehler.Einwand);
    }

    private static (List<Rolle> Rollen, string? Falsch) RollenAus(string zelle)
    {
        var rollen = new List<Rolle>();
        foreach (var wort in Woerter(zelle))
        {
            if (Enum.GetValues<Rolle>().Cast<Rolle?>().FirstOrDefault(r => IstGleich(r!.Value.Anzeige(), wort) || IstGleich(r.Value.ToString(), wort)) is not { } rolle) return (rollen, wort);
            rollen.Add(rolle);
        }
        return ([.. rollen.Distinct().Order()], null);
    }

    /// <summary>Name oder Kennung der Gruppe; ein Stern davor heißt Sprecher:in.</summary>
    private (List<(Zielgruppe Gruppe, Mitgliedsrolle Stellung)> Gruppen, string? Falsch) GruppenAus(string zelle)
    {
        var ziele = new List<(Zielgruppe, Mitgliedsrolle)>();
        // Auch ein Gruppenname darf ein Komma enthalten.
        var woerter = GruppeMit(zelle.TrimStart('*')) is not null ? [zelle] : Woerter(zelle);
        foreach (var wort in woerter)
        {
            if (GruppeMit(wort.TrimStart('*').Trim()) is not { } gruppe) return (ziele, wort.TrimStart('*').Trim());
            ziele.Add((gruppe, wort.StartsWith('*') ? Mitgliedsrolle.Sprecher : Mitgliedsrolle.Mitglied));
        }
        return ([.. ziele.DistinctBy(z => z.Item1.Id)], null);
    }

    private Zielgruppe? GruppeMit(string wort) => _gruppen.Find(g => IstGleich(g.Name, wort) || IstGleich(g.Kennung, wort));

    private static string[] Woerter(string zelle) => zelle.Split(s_trenner, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IstGleich(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

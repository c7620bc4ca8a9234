using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

public enum Schrittlage
{
    Erledigt,
    Aktuell,
    Offen,
}

/// <summary>Ein Schritt auf dem Weg eines Vorschlags, mit dem Tag (UTC), an dem er getan wurde, wenn der bekannt ist.</summary>
public sealed record Laufschritt(Vorschlagszustand Zustand, Schrittlage Lage, DateTime? Am);

/// <summary>Der Weg eines Vorschlags durch den Planungskreislauf: was getan ist, wo er steht, was noch kommt. Umwege stehen dort, wo sie geschahen.</summary>
public static class Zeitleiste
{
    /// <param name="uebergaenge">Welche Zustände wann erreicht wurden, in beliebiger Reihenfolge; gezeigt wird das letzte Mal.</param>
    public static IReadOnlyList<Laufschritt> Von(Weg weg, Vorschlagszustand zustand, DateTime angelegtAm, DateTime standSeit, IEnumerable<(Vorschlagszustand Zustand, DateTime Am)> uebergaenge)
    {
        var zeiten = new Dictionary<Vorschlagszustand, DateTime> { [Vorschlagszustand.Entwurf] = angelegtAm };
        foreach (var (erreicht, am) in uebergaenge.OrderBy(u => u.Am)) zeiten[erreicht] = am;
        var gerade = Vorschlagslauf.Schritte(weg).Select(s => s == Vorschlagszustand.Beschlossen && IstGeaendertBeschlossen(zustand, zeiten) ? Vorschlagszustand.GeaendertBeschlossen : s).ToList();
        var stelle = gerade.IndexOf(zustand);
        var umweg = stelle < 0;
        if (umweg) stelle = ZuletztVor(zustand, gerade, zeiten) + 1;

        var schritte = new List<Laufschritt>();
        for (var i = 0; i < stelle; i++)
            if (IstGegangen(gerade[i], zeiten)) schritte.Add(new(gerade[i], Schrittlage.Erledigt, Zeit(zeiten, gerade[i])));
        schritte.Add(new(zustand, Schrittlage.Aktuell, standSeit));
        if (zustand is not (Vorschlagszustand.Zurueckgezogen or Vorschlagszustand.Abgelehnt))
            schritte.AddRange(gerade.Skip(umweg ? stelle : stelle + 1).Select(s => new Laufschritt(s, Schrittlage.Offen, null)));
        return schritte;
    }

    /// <summary>Die Beratung in der Gruppe ist freigestellt: sie steht nur da, wenn es sie gab. Alles andere liegt zwingend am Weg.</summary>
    private static bool IstGegangen(Vorschlagszustand schritt, Dictionary<Vorschlagszustand, DateTime> zeiten) =>
        schritt != Vorschlagszustand.InBeratung || zeiten.ContainsKey(schritt);

    private static int ZuletztVor(Vorschlagszustand umweg, List<Vorschlagszustand> gerade, Dictionary<Vorschlagszustand, DateTime> zeiten) => umweg switch
    {
        // Zurückgegeben heißt: eingereicht war er; danach wird er wieder eingereicht.
        Vorschlagszustand.Zurueckgegeben => gerade.IndexOf(Vorschlagszustand.Eingereicht),
        Vorschlagszustand.Vertagt or Vorschlagszustand.Abgelehnt => gerade.IndexOf(Vorschlagszustand.InPolitischerBeratung),
        _ => gerade.FindLastIndex(zeiten.ContainsKey),
    };

    private static bool IstGeaendertBeschlossen(Vorschlagszustand zustand, Dictionary<Vorschlagszustand, DateTime> zeiten) =>
        zustand == Vorschlagszustand.GeaendertBeschlossen || (zeiten.ContainsKey(Vorschlagszustand.GeaendertBeschlossen) && !zeiten.ContainsKey(Vorschlagszustand.Beschlossen));

    private static DateTime? Zeit(Dictionary<Vorschlagszustand, DateTime> zeiten, Vorschlagszustand zustand) => zeiten.TryGetValue(zustand, out var am) ? am : null;
}

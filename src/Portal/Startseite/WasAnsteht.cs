using Portal.Startseite.Quellen;

namespace Portal.Startseite;

/// <summary>
/// Woher „Was steht an?“ weiß, was offen ist. Ein neues Thema kommt mit einer Zeile hinzu: eine Quelle ist eine Funktion, die mit einer festen Zahl
/// von Abfragen ihre offenen Punkte nennt, oder nichts, wenn die Person damit nichts zu tun hat.
/// </summary>
public static class WasAnsteht
{
    public static IReadOnlyList<Func<Blick, Task<IReadOnlyList<OffenerPunkt>>>> Quellen { get; } =
    [
        Vorschlagsquellen.Zurueckgegebene,
        Vorschlagsquellen.Einzureichende,
        Vorschlagsquellen.ZuSichtende,
        Vorschlagsquellen.Erwaehnungen,
        Buendelungsquellen.Unbeantwortete,
        Abstimmungsquellen.EigeneStimmen,
        Abstimmungsquellen.ZuSchliessende,
        Abstimmungsquellen.StimmenAufPapier,
        Sondervotumsquellen.Mitzuzeichnende,
        Priorisierungsquellen.Bewertungen,
        Priorisierungsquellen.LaufendeRunden,
        Priorisierungsquellen.Prioritaetenlisten,
        Priorisierungsquellen.Papierboegen,
        Gruppenquellen.Beitrittsanfragen,
        Gruppenquellen.OhneSprecherin,
        Gruppenquellen.AbgelaufeneEinladungen,
        Verwaltungsquellen.GemeldeteBarrieren,
        Verwaltungsquellen.NichtGesendetePost,
        Einrichtungsquellen.Fehlendes,
    ];

    public static IReadOnlyList<Func<Blick, Task<IReadOnlyList<Termin>>>> Terminquellen { get; } =
    [
        Vorschlagsquellen.Fristtermin,
        Priorisierungsquellen.Schlusstermine,
    ];

    /// <summary>Zuerst, was eine Frist hat, die nächste voran; dann, was am längsten wartet.</summary>
    public static async Task<IReadOnlyList<OffenerPunkt>> OffenAsync(Blick blick)
    {
        var punkte = new List<OffenerPunkt>();
        foreach (var quelle in Quellen) punkte.AddRange(await quelle(blick));
        return [.. punkte.OrderBy(p => p.Bis ?? DateOnly.MaxValue).ThenBy(p => p.Seit ?? DateOnly.MaxValue)];
    }

    public static async Task<IReadOnlyList<Termin>> TermineAsync(Blick blick)
    {
        var termine = new List<Termin>();
        foreach (var quelle in Terminquellen) termine.AddRange(await quelle(blick));
        return [.. termine.Where(t => t.Tag >= blick.Heute).OrderBy(t => t.Tag).Take(8)];
    }
}

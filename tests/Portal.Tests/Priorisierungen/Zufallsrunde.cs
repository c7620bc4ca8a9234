using Portal.Priorisierungen.Auswertung;

namespace Portal.Tests.Priorisierungen;

/// <summary>Eine erfundene Bewertungsrunde als lose Blätter, die sich mischen, verändern und auswerten lassen.</summary>
internal sealed record Zufallsrunde(IReadOnlyList<Wertungsbank> Baenke, IReadOnlyList<Wertungskriterium> Kriterien, IReadOnlyList<Wertungssitz> Sitze, IReadOnlyList<string> Vorschlaege,
    IReadOnlyList<(string Vorschlag, string Sitz, string Kriterium, int? Punkte)> Angaben, IReadOnlyList<(string Vorschlag, string Sitz)> Befangene)
{
    public static Zufallsrunde Neu(int startwert)
    {
        var wuerfel = new Random(startwert);
        var baenke = Enumerable.Range(1, wuerfel.Next(1, 6)).Select(i => new Wertungsbank($"b{i}", $"Bank {i}", wuerfel.Next(1, 10_000) / 100m)).ToList();
        var kriterien = Enumerable.Range(1, wuerfel.Next(1, 7)).Select(i => new Wertungskriterium($"k{i}", $"Kriterium {i}", i > 1 && wuerfel.Next(10) == 0 ? 0 : wuerfel.Next(1, 4000) / 100m)).ToList();
        var sitze = Enumerable.Range(1, wuerfel.Next(1, 25)).Select(i => new Wertungssitz($"s{i}", baenke[wuerfel.Next(baenke.Count)].Schluessel)).ToList();
        var vorschlaege = Enumerable.Range(1, wuerfel.Next(1, 15)).Select(i => $"2026-{i}").ToList();
        var befangene = (from v in vorschlaege from s in sitze where wuerfel.Next(20) == 0 select (v, s.Kennung)).ToList();
        var stumm = wuerfel.Next(3) == 0 ? baenke[wuerfel.Next(baenke.Count)].Schluessel : "";
        var angaben = (from v in vorschlaege
                       let niemand = wuerfel.Next(8) == 0
                       from s in sitze
                       where !niemand && s.Bank != stumm && wuerfel.Next(4) > 0
                       from k in kriterien
                       where wuerfel.Next(6) > 0
                       select (v, s.Kennung, k.Schluessel, wuerfel.Next(8) == 0 ? (int?)null : wuerfel.Next(5))).ToList();
        return new(baenke, kriterien, sitze, vorschlaege, angaben, befangene);
    }

    public Auswertungsgrundlage Grundlage()
    {
        var grundlage = new Auswertungsgrundlage(Baenke, Kriterien, Sitze, Vorschlaege);
        foreach (var (vorschlag, sitz, kriterium, punkte) in Angaben)
        {
            if (punkte is { } p) grundlage.Bewerten(vorschlag, sitz, kriterium, p);
            else grundlage.KannNichtBeurteilen(vorschlag, sitz, kriterium);
        }
        foreach (var (vorschlag, sitz) in Befangene) grundlage.Befangen(vorschlag, sitz);
        return grundlage;
    }

    public Auswertungsergebnis Auswerten() => Rundenauswertung.Auswerten(Grundlage());

    public IEnumerable<int> Punkte(string vorschlag, string kriterium, string? bank = null) =>
        from a in Angaben
        where a.Vorschlag == vorschlag && a.Kriterium == kriterium && a.Punkte is not null && !Befangene.Contains((a.Vorschlag, a.Sitz))
        where bank is null || Sitze.Single(s => s.Kennung == a.Sitz).Bank == bank
        select a.Punkte!.Value;
}

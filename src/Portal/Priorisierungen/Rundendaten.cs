using Portal.Priorisierungen.Auswertung;

namespace Portal.Priorisierungen;

/// <summary>Alles, womit eine geschlossene Runde ausgewertet wird: festgehaltene Regeln, Sitze, Vorschläge und die abgegebenen Bögen.</summary>
/// <param name="Vorschlaege">Ohne die, die vor dem Schluss zurückgezogen wurden.</param>
public sealed record Rundendaten(Priorisierungsrunde Runde, Rundengrundlage Grundlage, IReadOnlyList<Rundendatenvorschlag> Vorschlaege, IReadOnlyList<Rundendatenbogen> Boegen, IReadOnlyList<Rundendatenwert> Werte)
{
    /// <summary>Womit gerechnet wird: alle Sitze der Runde, auch die ohne Bogen.</summary>
    public Auswertungsgrundlage AlsAuswertungsgrundlage()
    {
        var inhalt = Grundlage.Inhalt;
        var grundlage = new Auswertungsgrundlage([.. inhalt.Baenke.Select(b => new Wertungsbank(b.Schluessel, b.Name, b.Anteil))], [.. Grundlage.Kriterien.Select(k => new Wertungskriterium(k.Schluessel, k.Name, k.Gewicht))],
            [.. Boegen.Select(b => new Wertungssitz(b.Sitz, b.Bank))], [.. Vorschlaege.Select(v => v.Kennung)]);
        var (sitze, kennungen) = (Boegen.ToDictionary(b => b.Id, b => b.Sitz), Vorschlaege.ToDictionary(v => v.Id, v => v.Kennung));
        foreach (var wert in Werte)
        {
            if (!kennungen.TryGetValue(wert.RundenvorschlagId, out var vorschlag)) continue;
            var sitz = sitze[wert.BogenId];
            if (wert.Befangen) grundlage.Befangen(vorschlag, sitz);
            for (var i = 0; i < wert.Punkte.Length; i++)
            {
                if (wert.Punkte[i] == Bewertung.NichtZuBeurteilen) grundlage.KannNichtBeurteilen(vorschlag, sitz, Grundlage.Kriterien[i].Schluessel);
                else if (wert.Punkte[i] != Bewertung.Offen) grundlage.Bewerten(vorschlag, sitz, Grundlage.Kriterien[i].Schluessel, wert.Punkte[i] - '0');
            }
        }
        return grundlage;
    }
}

/// <summary>Was in der Runde als eines bewertet wurde.</summary>
/// <param name="Kennung">Kennung des Vorschlags; bei einer Bündelung die des ersten. Mit ihr rechnet die Auswertung.</param>
public sealed record Rundendatenvorschlag(int Id, string Kennung);

/// <param name="Abgegeben">Nur abgegebene Bögen haben Werte.</param>
public sealed record Rundendatenbogen(int Id, string Sitz, string Sitzname, string Bank, bool Abgegeben);

/// <param name="Punkte">Siehe <see cref="Bewertung.Punkte"/>.</param>
public sealed record Rundendatenwert(int BogenId, int RundenvorschlagId, bool Befangen, string Punkte);

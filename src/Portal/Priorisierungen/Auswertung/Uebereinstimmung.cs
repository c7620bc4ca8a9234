namespace Portal.Priorisierungen.Auswertung;

/// <summary>
/// Wie einig sich die Sitze sind: Krippendorffs Alpha mit dem Abstandsmaß für Intervalle, α = 1 − D<sub>o</sub>/D<sub>e</sub>. 1 heißt völlig einig,
/// 0 so uneinig wie bei zufällig verteilten Punkten, unter 0 noch uneiniger. Anders als Kendalls W kommt es mit fehlenden Angaben zurecht;
/// Vorschläge mit weniger als zwei Bewertungen zählen nicht mit.
/// Quelle: Klaus Krippendorff, Computing Krippendorff’s Alpha-Reliability, University of Pennsylvania 2011, Abschnitte D und E.
/// </summary>
public static class Uebereinstimmung
{
    private const int Stellen = 10;

    public static IReadOnlyList<decimal?> JeKriterium(Auswertungsgrundlage grundlage) =>
        [.. Enumerable.Range(0, grundlage.Kriterien.Count).Select(k => Alpha(grundlage, angaben => angaben[k] >= 0 ? angaben[k] : null))];

    /// <summary>Über die nach Gewicht zusammengezählten Punkte eines Sitzes; nur wo er zu jedem Kriterium mit Gewicht Punkte gegeben hat.</summary>
    public static decimal? Gesamt(Auswertungsgrundlage grundlage)
    {
        var gewichte = grundlage.Kriterien.Select(k => (double)k.Gewicht).ToArray();
        var summe = gewichte.Sum();
        return Alpha(grundlage, angaben =>
        {
            var punkte = 0.0;
            for (var k = 0; k < gewichte.Length; k++)
            {
                if (gewichte[k] == 0) continue;
                if (angaben[k] < 0) return null;
                punkte += gewichte[k] * angaben[k];
            }
            return punkte / summe;
        });
    }

    private delegate double? Wert(ReadOnlySpan<sbyte> angaben);

    private static decimal? Alpha(Auswertungsgrundlage grundlage, Wert wert)
    {
        // Je Vorschlag genügen Zahl, Summe und Quadratsumme: Σ(x−y)² über alle geordneten Paare ist 2(mΣx² − (Σx)²).
        double innerhalb = 0, alleSumme = 0, alleQuadrate = 0;
        long n = 0;
        for (var v = 0; v < grundlage.Vorschlaege.Count; v++)
        {
            double summe = 0, quadrate = 0;
            var m = 0;
            for (var s = 0; s < grundlage.Sitze.Count; s++)
            {
                if (grundlage.IstBefangen(v, s) || wert(grundlage.Angaben(v, s)) is not { } x) continue;
                m++;
                summe += x;
                quadrate += x * x;
            }
            if (m < 2) continue;
            innerhalb += 2 * (m * quadrate - summe * summe) / (m - 1);
            alleSumme += summe;
            alleQuadrate += quadrate;
            n += m;
        }
        if (n < 2) return null;
        var beobachtet = innerhalb / n;
        var erwartet = 2 * (n * alleQuadrate - alleSumme * alleSumme) / ((double)n * (n - 1));
        // Haben alle überall dasselbe gesagt, gibt es keine Unterschiede, an denen sich Einigkeit messen ließe.
        return erwartet < 1e-12 ? null : Math.Round((decimal)(1 - beobachtet / erwartet), Stellen);
    }
}

namespace Portal.Priorisierungen.Auswertung;

/// <summary>
/// Rechnet eine Bewertungsrunde aus.
/// <para>
/// <b>Ausgewogen:</b> Je Kriterium wird zuerst das Mittel jeder Bank gebildet, dann das Mittel der Bänke mit ihren festen Anteilen – wie viele
/// ihrer Mitglieder bewertet haben, ändert am Gewicht einer Bank nichts. Hat von einer Bank niemand Punkte gegeben, werden die Anteile der
/// übrigen im selben Verhältnis auf 100 % erhöht. Zuletzt werden die Kriterien nach ihrem Gewicht zusammengezählt; ein Kriterium, zu dem
/// niemand Punkte gegeben hat, zählt bei diesem Vorschlag nicht, und die übrigen Gewichte werden ebenso erhöht.
/// <b>Roh:</b> dasselbe mit dem Mittel aller Sitze.
/// </para>
/// <para>
/// Gezählt wird mit ganzen Zahlen, geteilt mit 28 Dezimalstellen und dann auf 15 gerundet. Vorschläge, die danach gleich sind, teilen sich den
/// Platz: So macht aus einem rechnerischen Gleichstand keine Rundung einen Vorsprung.
/// </para>
/// </summary>
public static class Rundenauswertung
{
    /// <summary>Zählt die Fassungen dieser Rechenregeln. Ein Ergebnis nennt die, mit der es festgestellt ist; wer die Regeln ändert, erhöht sie.</summary>
    public const int Regelfassung = 1;

    private const int Stellen = 15;
    private const decimal Ausschlag = 0.5m;

    public static Auswertungsergebnis Auswerten(Auswertungsgrundlage grundlage)
    {
        var auszaehlung = Auszaehlung.Von(grundlage);
        var gewichte = grundlage.Kriterien.Select(k => k.Gewicht).ToArray();
        var anteile = grundlage.Baenke.Select(b => b.Anteil).ToArray();
        var mittel = auszaehlung.Ausgewogen(anteile);
        var ausgewogen = Gesamt(mittel, gewichte);
        var roh = Gesamt(auszaehlung.Roh(), gewichte);
        var (raenge, rohRaenge) = (Raenge(ausgewogen), Raenge(roh));
        var abwandlungen = Abwandlungen(grundlage, auszaehlung, mittel, gewichte, anteile);
        var paare = Paare(raenge, abwandlungen, out var partner);
        var ergebnisse = new Vorschlagsergebnis[grundlage.Vorschlaege.Count];
        for (var v = 0; v < ergebnisse.Length; v++)
        {
            var jeBank = JeBank(auszaehlung, v, gewichte);
            ergebnisse[v] = new(grundlage.Vorschlaege[v], auszaehlung.Befangen[v], auszaehlung.Bewertet[v], auszaehlung.Kriterien(v, mittel[v]), jeBank,
                ausgewogen[v], roh[v], Platz(raenge[v]), Platz(rohRaenge[v]), Streuung(auszaehlung, v, gewichte), Abstand(jeBank), Spanne(v, raenge, abwandlungen, partner), Tausche(v, grundlage, raenge, paare));
        }
        return new(grundlage, ergebnisse, abwandlungen, paare, Uebereinstimmung.Gesamt(grundlage), Uebereinstimmung.JeKriterium(grundlage));
    }

    /// <summary>Die Kriterien nach Gewicht zusammengezählt; leere zählen nicht mit.</summary>
    private static decimal?[] Gesamt(decimal?[][] mittel, decimal[] gewichte) => [.. mittel.Select(kriterien => Gewichtet(kriterien, gewichte))];

    private static decimal? Gewichtet(decimal?[] werte, decimal[] gewichte)
    {
        var (summe, teiler) = (0m, 0m);
        for (var i = 0; i < gewichte.Length; i++)
        {
            if (werte[i] is not { } wert) continue;
            summe += gewichte[i] * wert;
            teiler += gewichte[i];
        }
        return teiler == 0 ? null : Math.Round(summe / teiler, Stellen);
    }

    /// <summary>Platz je Vorschlag, 0 ohne Ergebnis.</summary>
    private static int[] Raenge(decimal?[] werte)
    {
        var folge = Enumerable.Range(0, werte.Length).Where(v => werte[v] is not null).OrderByDescending(v => werte[v]!.Value).ToArray();
        var raenge = new int[werte.Length];
        for (var i = 0; i < folge.Length; i++)
            raenge[folge[i]] = i > 0 && werte[folge[i]] == werte[folge[i - 1]] ? raenge[folge[i - 1]] : i + 1;
        return raenge;
    }

    private static List<Abwandlung> Abwandlungen(Auswertungsgrundlage grundlage, Auszaehlung auszaehlung, decimal?[][] mittel, decimal[] gewichte, decimal[] anteile)
    {
        var abwandlungen = new List<Abwandlung>();
        for (var k = 0; k < gewichte.Length; k++)
        {
            if (gewichte[k] == 0) continue;
            var (schluessel, name) = (grundlage.Kriterien[k].Schluessel, grundlage.Kriterien[k].Name);
            abwandlungen.Add(new(Abwandlungsart.GewichtHoeher, schluessel, $"„{name}“ zählt die Hälfte mehr", Raenge(Gesamt(mittel, Mit(gewichte, k, gewichte[k] * (1 + Ausschlag))))));
            abwandlungen.Add(new(Abwandlungsart.GewichtNiedriger, schluessel, $"„{name}“ zählt die Hälfte weniger", Raenge(Gesamt(mittel, Mit(gewichte, k, gewichte[k] * (1 - Ausschlag))))));
        }
        // Eine einzige Bank lässt sich nicht weglassen.
        for (var b = 0; b < anteile.Length && anteile.Length > 1; b++)
            abwandlungen.Add(new(Abwandlungsart.OhneBank, grundlage.Baenke[b].Schluessel, $"ohne die Bank „{grundlage.Baenke[b].Name}“", Raenge(Gesamt(auszaehlung.Ausgewogen(Mit(anteile, b, 0)), gewichte))));
        return abwandlungen;
    }

    private static decimal[] Mit(decimal[] werte, int stelle, decimal wert)
    {
        decimal[] neu = [.. werte];
        neu[stelle] = wert;
        return neu;
    }

    private static Paartausch Paare(int[] raenge, List<Abwandlung> abwandlungen, out int[] partner)
    {
        var paare = new Paartausch(raenge.Length);
        partner = new int[raenge.Length];
        foreach (var abwandlung in abwandlungen)
        {
            int[] neu = [.. abwandlung.Raenge];
            for (var a = 0; a < raenge.Length; a++)
            {
                var (alterRang, neuerRang) = (raenge[a], neu[a]);
                if (alterRang == 0 || neuerRang == 0) continue;
                var spaeter = paare.Spaeter(a);
                for (var i = 0; i < spaeter.Length; i++)
                {
                    var b = a + 1 + i;
                    if (raenge[b] == 0 || neu[b] == 0) continue;
                    if ((alterRang < raenge[b] && neuerRang > neu[b]) || (alterRang > raenge[b] && neuerRang < neu[b])) spaeter[i]++;
                }
            }
        }
        for (var a = 0; a < raenge.Length; a++)
        {
            var spaeter = paare.Spaeter(a);
            for (var i = 0; i < spaeter.Length; i++)
            {
                if (spaeter[i] == 0) continue;
                partner[a]++;
                partner[a + 1 + i]++;
            }
        }
        return paare;
    }

    /// <summary>Die häufigsten zuerst, dann nach dem Platz.</summary>
    private static IReadOnlyList<Rangtausch> Tausche(int vorschlag, Auswertungsgrundlage grundlage, int[] raenge, Paartausch paare) =>
        [.. Enumerable.Range(0, raenge.Length).Select(andere => (andere, Male: paare.Male(vorschlag, andere))).Where(t => t.Male > 0).OrderByDescending(t => t.Male).ThenBy(t => raenge[t.andere])
            .Take(Vorschlagsergebnis.GenannteTausche).Select(t => new Rangtausch(grundlage.Vorschlaege[t.andere], t.Male))];

    private static decimal?[] JeBank(Auszaehlung auszaehlung, int vorschlag, decimal[] gewichte) =>
        [.. Enumerable.Range(0, auszaehlung.Baenke).Select(b => Gewichtet([.. Enumerable.Range(0, gewichte.Length).Select(k => auszaehlung[vorschlag, k, b].Mittel)], gewichte))];

    private static decimal? Streuung(Auszaehlung auszaehlung, int vorschlag, decimal[] gewichte) =>
        Gewichtet([.. Enumerable.Range(0, gewichte.Length).Select(k => auszaehlung.Alle(vorschlag, k).Streuung)], gewichte);

    private static decimal? Abstand(decimal?[] jeBank) => jeBank.Max() - jeBank.Min();

    private static int? Platz(int rang) => rang == 0 ? null : rang;

    private static Rangspanne? Spanne(int vorschlag, int[] raenge, List<Abwandlung> abwandlungen, int[] partner)
    {
        if (raenge[vorschlag] == 0) return null;
        var (bester, schlechtester) = (raenge[vorschlag], raenge[vorschlag]);
        foreach (var abwandlung in abwandlungen)
        {
            var rang = abwandlung.Raenge[vorschlag];
            if (rang == 0) continue;
            (bester, schlechtester) = (Math.Min(bester, rang), Math.Max(schlechtester, rang));
        }
        return new(bester, schlechtester, partner[vorschlag]);
    }
}

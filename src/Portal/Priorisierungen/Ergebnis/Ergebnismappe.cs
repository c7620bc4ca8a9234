using System.Globalization;
using Portal.Grundbegriffe;
using Portal.Platform.Xlsx;

namespace Portal.Priorisierungen.Ergebnis;

/// <summary>
/// Das Ergebnis als Excel-Mappe, in der jede Summe eine Formel ist: aus der Zählung der Punkte wird das Mittel der Bank, daraus das ausgewogene
/// Mittel des Kriteriums, daraus das Ergebnis des Vorschlags und sein Platz. Wer Anteile oder Gewichte auf dem Blatt „Regeln“ ändert, sieht, was dann wäre.
/// </summary>
/// <remarks>Liest jemand die Zahlen je Bank nicht, fehlt das Blatt „Zählung“, und die Formeln beginnen beim Kriterium.</remarks>
internal sealed class Ergebnismappe(Ergebnisblick blick, IReadOnlyList<Ergebniszeile> zeilen)
{
    private int Kriterien => blick.Grundlage.Kriterien.Count;
    private int Baenke => blick.Uebersicht.Baenke.Count;

    public IEnumerable<Sheet> Blaetter()
    {
        yield return new("Rangliste", [8, 12, 60, 13, 10, 10, 10, 10, 12, 10, 10], Rangliste());
        yield return new("Kriterien", [12, 50, 28, 10, 8, 12, 12, 10, 10], Kriterienblatt());
        if (blick.ZeigtBaenke) yield return new("Zählung", [12, 50, 28, 28, 10, 8, 8, 8, 8, 8, 10, 8, 10, 10], Zaehlung());
        yield return new("Regeln", [34, 14, 14, 60], Regeln());
        yield return new("Stabilität", [12, 60, .. blick.Uebersicht.Abwandlungen.Select(_ => 18.0)], Stabilitaet());
    }

    // Die Zeilen der Blätter folgen aufeinander wie Vorschlag, Kriterium, Bank; Zeile 1 ist der Kopf.
    private int Kriteriumszeile(int vorschlag, int kriterium) => 2 + vorschlag * Kriterien + kriterium;

    private int Zaehlzeile(int vorschlag, int kriterium, int bank) => 2 + (vorschlag * Kriterien + kriterium) * Baenke + bank;

    private int Bankzeile(int bank) => 2 + bank;

    private int Gewichtzeile(int kriterium) => 4 + Baenke + kriterium;

    private IEnumerable<IReadOnlyList<SheetCell>> Rangliste()
    {
        yield return ["Platz", "Kennung", "Vorschlag", "Ausgewogen", "Roh", "Platz roh", "Streuung", "Bester Platz", "Schlechtester Platz", "Bewertet", "Befangen"];
        foreach (var (v, zeile) in zeilen.Index())
        {
            var (w, hier) = (zeile.Werte, Text(v + 2));
            yield return
            [
                SheetCell.Calculated($"IF(D{hier}=\"\",\"\",RANK(D{hier},D$2:D${Text(zeilen.Count + 1)}))", w.Rang, decimals: false), blick.Kennung(zeile), blick.Titel(zeile),
                SheetCell.Calculated(Gewichtet(v, "G"), w.Ausgewogen), SheetCell.Calculated(Gewichtet(v, "F"), w.Roh),
                SheetCell.Calculated($"IF(E{hier}=\"\",\"\",RANK(E{hier},E$2:E${Text(zeilen.Count + 1)}))", w.RohRang, decimals: false),
                SheetCell.Calculated(Gewichtet(v, "I"), w.Streuung), new(Number: w.Stabilitaet?.Bester), new(Number: w.Stabilitaet?.Schlechtester), w.Bewertet, w.Befangen,
            ];
        }
    }

    /// <summary>Die Spalte der Kriterien nach Gewicht zusammengezählt; ein Kriterium ohne Punkte zählt nicht mit. Gerundet, damit Gleichstände gleich bleiben.</summary>
    private string Gewichtet(int vorschlag, string spalte)
    {
        var (von, bis) = (Text(Kriteriumszeile(vorschlag, 0)), Text(Kriteriumszeile(vorschlag, Kriterien - 1)));
        string Bereich(string s) => $"Kriterien!{s}{von}:{s}{bis}";
        return $"IFERROR(ROUND(SUMPRODUCT({Bereich("D")},{Bereich(spalte)})/SUMIF({Bereich("E")},\">0\",{Bereich("D")}),12),\"\")";
    }

    private IEnumerable<IReadOnlyList<SheetCell>> Kriterienblatt()
    {
        yield return ["Kennung", "Vorschlag", "Kriterium", "Gewicht", "n", "Mittel roh", "Ausgewogen", "Median", "Streuung"];
        foreach (var (v, zeile) in zeilen.Index())
            foreach (var (k, ergebnis) in zeile.Werte.Kriterien.Index())
            {
                var (hier, von, bis) = (Text(Kriteriumszeile(v, k)), Text(Zaehlzeile(v, k, 0)), Text(Zaehlzeile(v, k, Baenke - 1)));
                string Bereich(string s) => $"Zählung!{s}{von}:{s}{bis}";
                yield return
                [
                    blick.Kennung(zeile), blick.Titel(zeile), blick.Grundlage.Kriterien[k].Name,
                    SheetCell.Calculated($"Regeln!B{Text(Gewichtzeile(k))}", blick.Grundlage.Kriterien[k].Gewicht, decimals: false),
                    blick.ZeigtBaenke ? SheetCell.Calculated($"SUM({Bereich("L")})", ergebnis.Alle.N, decimals: false) : ergebnis.Alle.N,
                    blick.ZeigtBaenke ? SheetCell.Calculated($"IF(E{hier}=0,\"\",SUM({Bereich("M")})/E{hier})", ergebnis.Alle.Mittel) : SheetCell.Of(ergebnis.Alle.Mittel),
                    blick.ZeigtBaenke ? SheetCell.Calculated($"IF(E{hier}=0,\"\",SUMPRODUCT({Bereich("E")},{Bereich("N")})/SUMIF({Bereich("L")},\">0\",{Bereich("E")}))", ergebnis.Ausgewogen) : SheetCell.Of(ergebnis.Ausgewogen),
                    SheetCell.Of(ergebnis.Alle.Median), SheetCell.Of(ergebnis.Alle.Streuung),
                ];
            }
    }

    private IEnumerable<IReadOnlyList<SheetCell>> Zaehlung()
    {
        yield return ["Kennung", "Vorschlag", "Kriterium", "Bank", "Anteil in %", "0 Punkte", "1 Punkt", "2 Punkte", "3 Punkte", "4 Punkte", "nicht beurteilt", "n", "Punkte", "Mittel"];
        foreach (var (v, zeile) in zeilen.Index())
            foreach (var (k, ergebnis) in zeile.Werte.Kriterien.Index())
                foreach (var (b, zahlen) in ergebnis.JeBank.Index())
                {
                    var hier = Text(Zaehlzeile(v, k, b));
                    yield return
                    [
                        blick.Kennung(zeile), blick.Titel(zeile), blick.Grundlage.Kriterien[k].Name, blick.Uebersicht.Baenke[b].Name, SheetCell.Calculated($"Regeln!B{Text(Bankzeile(b))}", blick.Uebersicht.Baenke[b].Anteil, decimals: false),
                        zahlen.Nullen, zahlen.Einsen, zahlen.Zweien, zahlen.Dreien, zahlen.Vieren, zahlen.NichtBeurteilt,
                        SheetCell.Calculated($"SUM(F{hier}:J{hier})", zahlen.N, decimals: false), SheetCell.Calculated($"G{hier}+2*H{hier}+3*I{hier}+4*J{hier}", zahlen.Summe, decimals: false),
                        SheetCell.Calculated($"IF(L{hier}=0,\"\",M{hier}/L{hier})", zahlen.Mittel),
                    ];
                }
    }

    private IEnumerable<IReadOnlyList<SheetCell>> Regeln()
    {
        yield return ["Bank", "Anteil in %", "Sitze", "Bögen abgegeben"];
        foreach (var bank in blick.Uebersicht.Baenke) yield return [bank.Name, new(Number: bank.Anteil), bank.Sitze, bank.Abgegeben];
        yield return [];
        yield return ["Kriterium", "Gewicht", "", "Frage"];
        foreach (var kriterium in blick.Grundlage.Kriterien) yield return [kriterium.Name, new(Number: kriterium.Gewicht), "", kriterium.Frage];
        yield return [];
        yield return ["Runde", blick.Runde.Kennung, "", blick.Runde.Titel];
        yield return ["Geschäftsordnung, Fassung", blick.Grundlage.Fassung];
        yield return ["Rechenregeln, Fassung", blick.Ergebnis.Regelfassung];
        yield return ["Festgestellt", Ortszeit.KurzMitUhrzeit(blick.Ergebnis.FestgestelltAm)];
    }

    private IEnumerable<IReadOnlyList<SheetCell>> Stabilitaet()
    {
        yield return ["Kennung", "Vorschlag", .. blick.Uebersicht.Abwandlungen.Select(a => (SheetCell)a.Bezeichnung)];
        foreach (var zeile in zeilen.Where(z => z.Werte.IstBewertet))
            yield return [blick.Kennung(zeile), blick.Titel(zeile), .. zeile.Raenge.Select(r => new SheetCell(Number: r == 0 ? null : r))];
    }

    private static string Text(int zahl) => zahl.ToString(CultureInfo.InvariantCulture);
}

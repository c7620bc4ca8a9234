using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Tests.Support;

/// <summary>
/// Rechnet die Formeln einer Mappe unabhängig von den gespeicherten Werten aus, wie es ein Tabellenprogramm täte. Kennt nur, was unsere Mappen
/// verwenden: + * /, Gleichheit, Spalten von A bis Z, SUM, SUMPRODUCT, SUMIF, RANK, ROUND, IF und IFERROR.
/// </summary>
internal sealed class Formelrechner(WorkbookPart mappe)
{
    private readonly Dictionary<string, Dictionary<string, Cell>> _blaetter = mappe.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToDictionary(
        s => s.Name!.Value!, s => ((WorksheetPart)mappe.GetPartById(s.Id!.Value!)).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!));
    private readonly Dictionary<(string, string), object> _werte = [];

    public string Formel(string blatt, string zelle) => _blaetter[blatt][zelle].CellFormula?.Text ?? "";

    public string Text(string blatt, string zelle) => _blaetter[blatt][zelle].InlineString!.Text!.Text;

    public double Gespeichert(string blatt, string zelle) => double.Parse(_blaetter[blatt][zelle].CellValue!.Text, CultureInfo.InvariantCulture);

    public double Wert(string blatt, string zelle) => Zahl(Zelle(blatt, zelle)) ?? throw new InvalidOperationException($"{blatt}!{zelle} ist keine Zahl.");

    /// <summary>Eine Zahl oder ein Text; eine leere Zelle ist ein leerer Text.</summary>
    private object Zelle(string blatt, string adresse)
    {
        if (_werte.TryGetValue((blatt, adresse), out var bekannt)) return bekannt;
        object wert = "";
        if (_blaetter[blatt].TryGetValue(adresse, out var zelle))
            wert = zelle.CellFormula is { } formel ? new Leser(this, blatt, formel.Text).Ausdruck()
                : zelle.InlineString is { } text ? text.Text!.Text
                : zelle.CellValue is { Text.Length: > 0 } zahl ? double.Parse(zahl.Text, CultureInfo.InvariantCulture) : "";
        return _werte[(blatt, adresse)] = wert;
    }

    private static double? Zahl(object wert) => wert is double zahl ? zahl : null;

    private sealed class Leser(Formelrechner rechner, string blatt, string formel)
    {
        private int _ort;

        public object Ausdruck()
        {
            var links = Summe();
            if (!Nimm('=')) return links;
            return Equals(links, Summe()) ? 1.0 : 0.0;
        }

        private object Summe()
        {
            var wert = Produkt();
            while (Nimm('+')) wert = (Zahl(wert) ?? 0) + (Zahl(Produkt()) ?? 0);
            return wert;
        }

        private object Produkt()
        {
            var wert = Faktor();
            while (true)
            {
                if (Nimm('*')) wert = (Zahl(wert) ?? 0) * (Zahl(Faktor()) ?? 0);
                else if (Nimm('/')) wert = (Zahl(wert) ?? 0) / (Zahl(Faktor()) ?? 0);
                else return wert;
            }
        }

        private object Faktor()
        {
            if (Nimm('"')) return Bis('"');
            var wort = Wort();
            if (wort.Length > 0 && char.IsDigit(wort[0])) return double.Parse(wort, CultureInfo.InvariantCulture);
            if (Nimm('(')) return Funktion(wort);
            return Bereich(wort) is [var einzige] ? einzige : throw new FormatException($"„{wort}“ in „{formel}“ ist keine einzelne Zelle.");
        }

        private object Funktion(string name)
        {
            List<object[]> werte = [];
            do werte.Add(Argument()); while (Nimm(','));
            if (!Nimm(')')) throw new FormatException($"In „{formel}“ fehlt an Stelle {_ort} eine Klammer.");
            double[] Zahlen(int stelle) => [.. werte[stelle].Select(w => Zahl(w) ?? 0)];
            switch (name)
            {
                case "SUM": return Zahlen(0).Sum();
                case "SUMPRODUCT": return Zahlen(0).Zip(Zahlen(1), (a, b) => a * b).Sum();
                case "SUMIF" when werte[1][0] is ">0": return werte[0].Zip(Zahlen(2), (bedingung, wert) => Zahl(bedingung) > 0 ? wert : 0).Sum();
                case "ROUND": return Math.Round(Zahlen(0)[0], (int)Zahlen(1)[0]);
                case "RANK": return 1.0 + werte[1].Count(w => Zahl(w) > Zahlen(0)[0]);
                case "IF": return Zahlen(0)[0] != 0 ? werte[1][0] : werte[2][0];
                case "IFERROR": return Zahl(werte[0][0]) is { } zahl && !double.IsFinite(zahl) ? werte[1][0] : werte[0][0];
                default: throw new FormatException($"Die Funktion {name} kennt der Rechner nicht.");
            }
        }

        /// <summary>Ein Bereich mit all seinen Zellen, oder ein einzelner Wert.</summary>
        private object[] Argument()
        {
            var anfang = _ort;
            var wort = Wort();
            if (wort.Contains(':', StringComparison.Ordinal)) return Bereich(wort);
            _ort = anfang;
            return [Ausdruck()];
        }

        private object[] Bereich(string wort)
        {
            var teile = wort.Split('!');
            var (ort, grenzen) = (teile.Length == 2 ? teile[0] : blatt, teile[^1].Replace("$", "", StringComparison.Ordinal).Split(':'));
            var (links, rechts, von, bis) = (grenzen[0][0], grenzen[^1][0], Zeile(grenzen[0]), Zeile(grenzen[^1]));
            return [.. from zeile in Enumerable.Range(von, bis - von + 1) from spalte in Enumerable.Range(links, rechts - links + 1) select rechner.Zelle(ort, $"{(char)spalte}{zeile}")];
        }

        private static int Zeile(string adresse) => int.Parse(adresse.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);

        private string Wort()
        {
            var anfang = _ort;
            while (_ort < formel.Length && (char.IsLetterOrDigit(formel[_ort]) || formel[_ort] is '!' or ':' or '$' or '.')) _ort++;
            return formel[anfang.._ort];
        }

        private string Bis(char ende)
        {
            var anfang = _ort;
            while (formel[_ort] != ende) _ort++;
            return formel[anfang.._ort++];
        }

        private bool Nimm(char zeichen)
        {
            if (_ort >= formel.Length || formel[_ort] != zeichen) return false;
            _ort++;
            return true;
        }
    }
}

namespace Portal.Priorisierungen.Auswertung;

/// <summary>Die Punkte einmal durchgezählt: je Vorschlag, Kriterium und Bank.</summary>
internal sealed class Auszaehlung
{
    private readonly Kennzahlen[] _zahlen;
    private readonly decimal?[] _mittel;
    private readonly int _kriterien;

    private Auszaehlung(Auswertungsgrundlage grundlage)
    {
        (_kriterien, Baenke) = (grundlage.Kriterien.Count, grundlage.Baenke.Count);
        _zahlen = new Kennzahlen[grundlage.Vorschlaege.Count * _kriterien * Baenke];
        _mittel = new decimal?[_zahlen.Length];
        Befangen = new int[grundlage.Vorschlaege.Count];
        Bewertet = new int[grundlage.Vorschlaege.Count];
    }

    public int Baenke { get; }
    public int[] Befangen { get; }
    public int[] Bewertet { get; }

    public Kennzahlen this[int vorschlag, int kriterium, int bank] => _zahlen[Stelle(vorschlag, kriterium, bank)];

    public static Auszaehlung Von(Auswertungsgrundlage grundlage)
    {
        var auszaehlung = new Auszaehlung(grundlage);
        // Punkte 0 bis 4, dann „kann ich nicht beurteilen“.
        var faecher = new int[grundlage.Kriterien.Count * grundlage.Baenke.Count * 6];
        for (var v = 0; v < grundlage.Vorschlaege.Count; v++)
        {
            Array.Clear(faecher);
            for (var s = 0; s < grundlage.Sitze.Count; s++) auszaehlung.Zaehlen(grundlage, v, s, faecher);
            auszaehlung.Uebernehmen(v, faecher);
        }
        return auszaehlung;
    }

    public Kennzahlen Alle(int vorschlag, int kriterium)
    {
        var alle = default(Kennzahlen);
        for (var b = 0; b < Baenke; b++) alle += this[vorschlag, kriterium, b];
        return alle;
    }

    /// <summary>Je Vorschlag und Kriterium das Mittel der Bänke nach Anteil; eine Bank ohne Punkte oder mit Anteil null fällt heraus.</summary>
    public decimal?[][] Ausgewogen(decimal[] anteile) => JeVorschlag((v, k) =>
    {
        var (summe, teiler) = (0m, 0m);
        for (var b = 0; b < Baenke; b++)
        {
            if (_mittel[Stelle(v, k, b)] is not { } mittel) continue;
            summe += anteile[b] * mittel;
            teiler += anteile[b];
        }
        return teiler == 0 ? null : summe / teiler;
    });

    public decimal?[][] Roh() => JeVorschlag((v, k) => Alle(v, k).Mittel);

    /// <param name="ausgewogen">Das ausgewogene Mittel je Kriterium.</param>
    public IReadOnlyList<Kriteriumsergebnis> Kriterien(int vorschlag, decimal?[] ausgewogen) =>
        [.. Enumerable.Range(0, _kriterien).Select(k => new Kriteriumsergebnis(Alle(vorschlag, k), _zahlen[Stelle(vorschlag, k, 0)..Stelle(vorschlag, k, Baenke)], ausgewogen[k]))];

    private void Zaehlen(Auswertungsgrundlage grundlage, int vorschlag, int sitz, int[] faecher)
    {
        if (grundlage.IstBefangen(vorschlag, sitz))
        {
            Befangen[vorschlag]++;
            return;
        }
        var hatBewertet = false;
        var angaben = grundlage.Angaben(vorschlag, sitz);
        for (var k = 0; k < angaben.Length; k++)
        {
            var fach = angaben[k] >= 0 ? angaben[k] : Auswertungsgrundlage.IstEnthaltung(angaben[k]) ? 5 : -1;
            if (fach < 0) continue;
            hatBewertet |= fach < 5;
            faecher[(k * Baenke + grundlage.BankDesSitzes[sitz]) * 6 + fach]++;
        }
        if (hatBewertet) Bewertet[vorschlag]++;
    }

    private void Uebernehmen(int vorschlag, int[] faecher)
    {
        for (var i = 0; i < _kriterien * Baenke; i++)
        {
            var zahlen = new Kennzahlen(faecher[6 * i], faecher[6 * i + 1], faecher[6 * i + 2], faecher[6 * i + 3], faecher[6 * i + 4], faecher[6 * i + 5]);
            _zahlen[vorschlag * _kriterien * Baenke + i] = zahlen;
            _mittel[vorschlag * _kriterien * Baenke + i] = zahlen.Mittel;
        }
    }

    private decimal?[][] JeVorschlag(Func<int, int, decimal?> wert)
    {
        var alle = new decimal?[Befangen.Length][];
        for (var v = 0; v < alle.Length; v++)
        {
            alle[v] = new decimal?[_kriterien];
            for (var k = 0; k < _kriterien; k++) alle[v][k] = wert(v, k);
        }
        return alle;
    }

    private int Stelle(int vorschlag, int kriterium, int bank) => (vorschlag * _kriterien + kriterium) * Baenke + bank;
}

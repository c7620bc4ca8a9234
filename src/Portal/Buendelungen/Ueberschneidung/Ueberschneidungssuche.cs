namespace Portal.Buendelungen.Ueberschneidung;

/// <summary>Was von einem Vorschlag verglichen wird.</summary>
/// <param name="Text">Titel, Kurzfassung, Bedarf, Umsetzungsschritte und die Ziele der Matrix.</param>
/// <param name="Sozialraeume">Kennungen.</param>
public sealed record Vergleichstext(int VorschlagId, string Text, string Zielgruppe, IReadOnlyList<string> Kennzahlen, IReadOnlySet<string> Sozialraeume);

/// <summary>Zwei Vorschläge, die sich überschneiden, und warum es so aussieht.</summary>
/// <param name="Aehnlichkeit">0 bis 1: Kosinus der Wortlisten beider Texte; seltene Wörter zählen mehr.</param>
/// <param name="GemeinsameWoerter">Die bezeichnendsten zuerst, wie sie im ersten Text stehen; höchstens acht.</param>
/// <param name="GemeinsameKennzahlen">Wie sie im ersten Vorschlag heißen.</param>
/// <param name="GemeinsameSozialraeume">Nur, wenn auch die Zielgruppe ähnlich ist.</param>
public sealed record Ueberschneidungsfund(
    int ErsterId, int ZweiterId, double Aehnlichkeit, IReadOnlyList<string> GemeinsameWoerter, IReadOnlyList<string> GemeinsameKennzahlen, IReadOnlyList<string> GemeinsameSozialraeume)
{
    /// <summary>Wonach die Funde geordnet sind: der Text, und was Kennzahl, Raum und Zielgruppe noch dafür sagen.</summary>
    public double Gewicht => Aehnlichkeit + 0.3 * Math.Min(1, GemeinsameKennzahlen.Count) + 0.1 * Math.Min(1, GemeinsameSozialraeume.Count);
}

/// <summary>
/// Sucht unter Vorschlägen die Paare, die dasselbe wollen könnten: ähnlicher Text, dieselbe Kennzahl, oder derselbe Sozialraum für dieselbe
/// Zielgruppe. Verglichen wird mit Wortstämmen und geteilten zusammengesetzten Wörtern; ein Wort zählt umso mehr, je weniger Vorschläge es
/// enthalten (tf-idf nach Salton und Buckley, Term-weighting approaches in automatic text retrieval, 1988). Ein Fund ist ein Hinweis, keine Entscheidung.
/// </summary>
public static class Ueberschneidungssuche
{
    private const double AehnlicherText = 0.15;
    private const double AehnlicheZielgruppe = 0.35;
    private const double SchwacherText = 0.08;
    private const int HoechstensWoerter = 8;

    /// <returns>Die stärksten Überschneidungen zuerst; bei gleichem Gewicht nach der Nummer der Vorschläge.</returns>
    public static IReadOnlyList<Ueberschneidungsfund> Suchen(IReadOnlyList<Vergleichstext> vorschlaege, int hoechstens)
    {
        var wortschatz = new Wortschatz(vorschlaege.SelectMany(v => v.Kennzahlen.Append(v.Text).Append(v.Zielgruppe)));
        var texte = Gewichte([.. vorschlaege.Select(v => wortschatz.Begriffe(v.Text).ToList())]);
        var zielgruppen = Gewichte([.. vorschlaege.Select(v => wortschatz.Begriffe(v.Zielgruppe).ToList())]);
        var kennzahlen = vorschlaege.Select(v => v.Kennzahlen.Select(k => (Name: k, Staemme: wortschatz.Begriffe(k).Select(b => b.Stamm).ToHashSet(StringComparer.Ordinal))).Where(k => k.Staemme.Count > 0).ToList()).ToList();
        var funde = new List<(int A, int B, Ueberschneidungsfund Fund)>();
        for (var a = 0; a < vorschlaege.Count; a++)
            for (var b = a + 1; b < vorschlaege.Count; b++)
            {
                var aehnlichkeit = texte[a].Kosinus(texte[b]);
                var gleicheKennzahlen = kennzahlen[a].Where(x => kennzahlen[b].Exists(y => x.Staemme.SetEquals(y.Staemme))).Select(x => x.Name).Distinct(StringComparer.Ordinal).ToList();
                var raeume = aehnlichkeit < SchwacherText ? [] : vorschlaege[a].Sozialraeume.Intersect(vorschlaege[b].Sozialraeume, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                var gleicherOrt = raeume.Count > 0 && zielgruppen[a].Kosinus(zielgruppen[b]) >= AehnlicheZielgruppe;
                if (aehnlichkeit >= AehnlicherText || gleicheKennzahlen.Count > 0 || gleicherOrt)
                    funde.Add((a, b, new(vorschlaege[a].VorschlagId, vorschlaege[b].VorschlagId, aehnlichkeit, [], gleicheKennzahlen, gleicherOrt ? raeume : [])));
            }
        return [.. funde.OrderByDescending(f => f.Fund.Gewicht).ThenBy(f => f.Fund.ErsterId).ThenBy(f => f.Fund.ZweiterId).Take(hoechstens)
            .Select(f => f.Fund with { GemeinsameWoerter = texte[f.A].Gemeinsame(texte[f.B]) })];
    }

    private static Wortvektor[] Gewichte(IReadOnlyList<List<(string Stamm, string Wort)>> texte)
    {
        var inTexten = texte.SelectMany(t => t.Select(b => b.Stamm).Distinct(StringComparer.Ordinal)).CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var nummern = inTexten.Keys.Order(StringComparer.Ordinal).Index().ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        return [.. texte.Select(begriffe => Wortvektor.Aus(begriffe.GroupBy(b => b.Stamm, StringComparer.Ordinal)
            .Select(g => (nummern[g.Key], (1 + Math.Log(g.Count())) * Math.Log((texte.Count + 1.0) / inTexten[g.Key]), g.MinBy(b => b.Wort.Length).Wort))))];
    }

    /// <summary>Die Stämme eines Texts mit ihrem Gewicht, auf die Länge 1 gebracht, nach Nummer geordnet; dazu je Stamm ein Wort, das für ihn steht.</summary>
    private sealed record Wortvektor(int[] Staemme, double[] Gewichte, string[] Woerter)
    {
        public static Wortvektor Aus(IEnumerable<(int Stamm, double Gewicht, string Wort)> begriffe)
        {
            var folge = begriffe.OrderBy(b => b.Stamm).ToArray();
            var laenge = Math.Sqrt(folge.Sum(b => b.Gewicht * b.Gewicht));
            return new([.. folge.Select(b => b.Stamm)], [.. folge.Select(b => laenge == 0 ? 0 : b.Gewicht / laenge)], [.. folge.Select(b => b.Wort)]);
        }

        public double Kosinus(Wortvektor anderer)
        {
            var summe = 0.0;
            foreach (var (hier, dort) in new Treffer(Staemme, anderer.Staemme)) summe += Gewichte[hier] * anderer.Gewichte[dort];
            return summe;
        }

        public IReadOnlyList<string> Gemeinsame(Wortvektor anderer) =>
            [.. Gemeinsames(anderer).OrderByDescending(g => g.Beitrag).ThenBy(g => g.Wort, StringComparer.Ordinal).Select(g => g.Wort).Distinct(StringComparer.OrdinalIgnoreCase).Take(HoechstensWoerter)];

        private List<(string Wort, double Beitrag)> Gemeinsames(Wortvektor anderer)
        {
            var gemeinsame = new List<(string, double)>();
            foreach (var (hier, dort) in new Treffer(Staemme, anderer.Staemme)) gemeinsame.Add((Woerter[hier], Gewichte[hier] * anderer.Gewichte[dort]));
            return gemeinsame;
        }
    }

    /// <summary>Geht zwei geordnete Listen zugleich durch und hält, wo beide dasselbe haben.</summary>
    private ref struct Treffer(ReadOnlySpan<int> links, ReadOnlySpan<int> rechts)
    {
        private readonly ReadOnlySpan<int> _links = links;
        private readonly ReadOnlySpan<int> _rechts = rechts;
        private int _l = -1;
        private int _r = -1;

        public readonly (int Hier, int Dort) Current => (_l, _r);

        public readonly Treffer GetEnumerator() => this;

        public bool MoveNext()
        {
            _l++;
            _r++;
            while (_l < _links.Length && _r < _rechts.Length)
            {
                var abstand = _links[_l] - _rechts[_r];
                if (abstand == 0) return true;
                if (abstand < 0) _l++;
                else _r++;
            }
            return false;
        }
    }
}

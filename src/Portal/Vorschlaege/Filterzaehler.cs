using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

/// <summary>
/// Zählt in einem Durchgang, was jeder Filterwert träfe: Ein Vorschlag zählt bei einem Filter, wenn er alle anderen erfüllt.
/// </summary>
internal sealed class Filterzaehler
{
    private readonly Merkmal[] _merkmale;

    public Filterzaehler(Vorschlagsfilter filter, IReadOnlyList<Listenfeld> felder, IReadOnlyList<Listenraum> raeume, IReadOnlyList<Listengruppe> gruppen) => _merkmale =
    [
        new("handlungsfeld", "Handlungsfeld", filter.Handlungsfeld, [.. felder.Select(f => (f.Kennung, f.Name, f.Id, 0))], e => e.HandlungsfeldId),
        new("sozialraum", "Sozialraum", filter.Sozialraum, [.. raeume.Select(r => (r.Kennung, r.Name, r.Id, r.Tiefe))], null),
        new("zustand", "Stand", filter.Zustand, [.. Enum.GetValues<Vorschlagszustand>().Select(z => (z.ToString().ToLowerInvariant(), z.Anzeige(), (int)z, 0))], e => (int)e.Zustand),
        new("weg", "Weg", filter.Weg, [.. Enum.GetValues<Weg>().Select(w => (w.ToString().ToLowerInvariant(), w.Anzeige(), (int)w, 0))], e => (int)e.Weg),
        new("fachgruppe", "Gruppe", filter.Fachgruppe, [.. gruppen.Select(g => (g.Kennung, g.Name, g.Id, 0))], e => e.FachgruppeId),
        new("art", "Art", filter.Art, [.. Enum.GetValues<Vorschlagsart>().Select(a => (a.ToString().ToLowerInvariant(), a.Anzeige(), (int)a, 0))], e => (int?)e.Art),
    ];

    /// <returns>Ob der Eintrag alle Filter erfüllt.</returns>
    public bool Zaehlen(Verzeichniseintrag eintrag)
    {
        Merkmal? verfehlt = null;
        foreach (var merkmal in _merkmale)
        {
            if (merkmal.Trifft(eintrag)) continue;
            if (verfehlt is not null) return false;
            verfehlt = merkmal;
        }
        if (verfehlt is not null) verfehlt.Zaehlen(eintrag);
        else foreach (var merkmal in _merkmale) merkmal.Zaehlen(eintrag);
        return verfehlt is null;
    }

    public IReadOnlyList<Filterauswahl> Ergebnis() => [.. _merkmale.Select(m => m.Ergebnis())];

    private sealed class Merkmal
    {
        private readonly string _schluessel;
        private readonly string _name;
        private readonly (string Wert, string Name, int Id, int Tiefe)[] _werte;
        private readonly Func<Verzeichniseintrag, int?>? _id;
        private readonly Dictionary<int, int> _anzahl = [];
        private readonly int? _gewaehlt;
        private readonly bool _istGesetzt;
        private int _alle;

        /// <param name="id">Der Wert eines Eintrags; nichts heißt: seine Sozialräume, von denen es mehrere gibt.</param>
        public Merkmal(string schluessel, string name, string? gewaehlt, (string Wert, string Name, int Id, int Tiefe)[] werte, Func<Verzeichniseintrag, int?>? id)
        {
            (_schluessel, _name, _werte, _id) = (schluessel, name, werte, id);
            _istGesetzt = !string.IsNullOrWhiteSpace(gewaehlt);
            if (_istGesetzt && Array.FindIndex(werte, w => w.Wert.Equals(gewaehlt!.Trim(), StringComparison.OrdinalIgnoreCase)) is var stelle and >= 0) _gewaehlt = werte[stelle].Id;
        }

        public bool Trifft(Verzeichniseintrag eintrag) => !_istGesetzt
            || (_gewaehlt is { } wert && (_id is null ? eintrag.RaumIds.Contains(wert) : _id(eintrag) == wert));

        public void Zaehlen(Verzeichniseintrag eintrag)
        {
            _alle++;
            if (_id is null) foreach (var raum in eintrag.RaumIds) Eins(raum);
            else if (_id(eintrag) is { } wert) Eins(wert);
        }

        public Filterauswahl Ergebnis() => new(_schluessel, _name, _alle,
            [.. _werte.Select(w => new Filterwert(w.Wert, w.Name, _anzahl.GetValueOrDefault(w.Id), _gewaehlt == w.Id, w.Tiefe)).Where(w => w.Anzahl > 0 || w.Gewaehlt)]);

        private void Eins(int wert) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_anzahl, wert, out _)++;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>
/// Hält das <see cref="Verzeichnis"/> bereit und liest es neu, sobald sich etwas geändert hat. So kostet eine Liste, ein Filter, die letzte
/// Seite und jede Zahl neben einem Filter gleich viel, ob es hundert Vorschläge gibt oder zehntausend.
/// Es ist nur ein Gedächtnis: was gezeigt wird, liest die Seite selbst durch <see cref="Vorschlagsauswahl"/> aus der Datenbank.
/// </summary>
public sealed class Vorschlagsverzeichnis(PublicState stand, TimeProvider uhr) : IForgetful, IDisposable
{
    /// <summary>Titel unveröffentlichter Entwürfe zählen nicht als Änderung für alle; spätestens dann steht auch der neue in der Ordnung.</summary>
    private static readonly TimeSpan s_hoechstesAlter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _einer = new(1, 1);
    private volatile Verzeichnis? _aktuell;

    public async Task<Verzeichnis> LesenAsync(PortalDb db, CancellationToken abbruch = default)
    {
        if (_aktuell is { } bereit && IstFrisch(bereit)) return bereit;
        await _einer.WaitAsync(abbruch);
        try
        {
            if (_aktuell is { } inzwischen && IstFrisch(inzwischen)) return inzwischen;
            var nummer = (stand.Value, stand.Titles);
            return _aktuell = await Verzeichnis.LadenAsync(db, nummer, uhr.GetTimestamp(), abbruch);
        }
        finally
        {
            _einer.Release();
        }
    }

    /// <inheritdoc/>
    public void Forget() => _aktuell = null;

    public void Dispose() => _einer.Dispose();

    private bool IstFrisch(Verzeichnis verzeichnis) =>
        stand.IsCertain && verzeichnis.Nummer == (stand.Value, stand.Titles) && uhr.GetElapsedTime(verzeichnis.GelesenAm) < s_hoechstesAlter;
}

/// <summary>Ein Auszug aller Vorschläge zu einem Zeitpunkt: zum Filtern, Zählen, Ordnen und Blättern, ohne ihre Texte.</summary>
public sealed class Verzeichnis
{
    private const int HoechsteMerkzahl = 500;
    private static readonly CompareInfo s_vergleich = Ortszeit.Deutsch.CompareInfo;

    private readonly Verzeichniseintrag[] _eintraege;
    private readonly Lazy<Verzeichniseintrag[]>[] _geordnet;
    private readonly ConcurrentDictionary<string, Treffer> _treffer = new(StringComparer.Ordinal);
    private volatile Dictionary<int, string>? _suchtexte;

    private Verzeichnis(Verzeichniseintrag[] eintraege)
    {
        _eintraege = eintraege;
        _geordnet = [.. Enum.GetValues<Listenordnung>().Select(o => new Lazy<Verzeichniseintrag[]>(() =>
        {
            var kopie = _eintraege.ToArray();
            Array.Sort(kopie, (a, b) => Vergleichen(o, new(a), new(b)));
            return kopie;
        }))];
    }

    public (long, long) Nummer { get; private init; }
    public long GelesenAm { get; private init; }
    public Stammdatennamen Namen { get; private init; } = null!;
    public Vorschlagsformular Formular { get; private init; } = null!;
    public IReadOnlyList<Listenfeld> Handlungsfelder { get; private init; } = [];
    public IReadOnlyList<Listengruppe> Fachgruppen { get; private init; } = [];
    private IReadOnlyList<Listenraum> Sozialraeume { get; init; } = [];
    private Dictionary<int, Listenfeld> FeldNachId { get; init; } = [];
    private Dictionary<int, Listengruppe> GruppeNachId { get; init; } = [];

    public string Handlungsfeldname(int? id) => id is { } i && FeldNachId.TryGetValue(i, out var feld) ? feld.Name : "";
    public string Gruppenname(int id) => GruppeNachId.TryGetValue(id, out var gruppe) ? gruppe.Name : "";
    public string Gruppenkennung(int id) => GruppeNachId.TryGetValue(id, out var gruppe) ? gruppe.Kennung : "";

    internal static async Task<Verzeichnis> LadenAsync(PortalDb db, (long, long) nummer, long gelesenAm, CancellationToken abbruch)
    {
        var felder = await db.Handlungsfelder.OrderBy(h => h.Reihenfolge).ThenBy(h => h.Name).Select(h => new Listenfeld(h.Id, h.Kennung, h.Name)).ToListAsync(abbruch);
        var gruppen = await db.Fachgruppen.OrderBy(g => g.Name).Select(g => new Listengruppe(g.Id, g.Kennung, g.Name, g.Weg)).ToListAsync(abbruch);
        var raeume = Listenraum.AlsBaum(await db.Sozialraeume.OrderBy(s => s.Reihenfolge).ThenBy(s => s.Name).Select(s => new Listenraum(s.Id, s.Kennung, s.Name, s.UebergeordnetId, 0)).ToListAsync(abbruch));
        var eintraege = await db.Vorschlaege.AsNoTracking().Select(v => new Verzeichniseintrag
        {
            Id = v.Id,
            Kennung = v.Kennung,
            Titel = v.Titel,
            FachgruppeId = v.FachgruppeId,
            Weg = v.Weg,
            HandlungsfeldId = v.HandlungsfeldId,
            Zustand = v.Zustand,
            Art = v.Art,
            StandSeit = v.StandSeit,
            IstOeffentlich = v.VeroeffentlichtAm != null,
        }).ToArrayAsync(abbruch);
        await RaeumeZuordnenAsync(db, eintraege, raeume, abbruch);
        return new Verzeichnis(eintraege)
        {
            Nummer = nummer,
            GelesenAm = gelesenAm,
            Formular = await db.FormularAsync(abbruch),
            Namen = new(felder.ToDictionary(f => f.Kennung, f => f.Name, StringComparer.Ordinal), raeume.ToDictionary(r => r.Kennung, r => r.Name, StringComparer.Ordinal)),
            Handlungsfelder = felder,
            Fachgruppen = gruppen,
            Sozialraeume = raeume,
            FeldNachId = felder.ToDictionary(f => f.Id),
            GruppeNachId = gruppen.ToDictionary(g => g.Id),
        };
    }

    /// <summary>Was <paramref name="wer"/> unter diesem Filter sieht, mit den Zahlen neben jedem Filterwert.</summary>
    public async Task<Treffer> FindenAsync(Vorschlagsfilter filter, Akteur wer, PortalDb db, CancellationToken abbruch = default)
    {
        var schluessel = Sichtkreis(wer) + "?" + filter.Schluessel;
        if (_treffer.TryGetValue(schluessel, out var bekannt)) return bekannt;
        var woerter = Suchwoerter(filter.Suche);
        var texte = woerter.Length == 0 ? null : await SuchtexteAsync(db, abbruch);
        var treffer = Finden(filter, wer, woerter, texte);
        // Wer tausend Suchwörter probiert, füllt nicht den Speicher.
        if (_treffer.Count >= HoechsteMerkzahl) _treffer.Clear();
        return _treffer[schluessel] = treffer;
    }

    /// <summary>Eine Seite nach oder vor einem Schlüssel; unlesbare Schlüssel führen an den Anfang.</summary>
    public static Listenseite Seite(Treffer treffer, Listenordnung ordnung, string? nach, string? vor, bool letzte)
    {
        var alle = treffer.Eintraege;
        int anfang = 0, ende = Math.Min(Listenseite.Groesse, alle.Length);
        if (letzte) (anfang, ende) = (alle.Length == 0 ? 0 : (alle.Length - 1) / Listenseite.Groesse * Listenseite.Groesse, alle.Length);
        else if (Stelle.Lesen(ordnung, nach) is { } unter) (anfang, ende) = Abwaerts(ErsteNach(alle, ordnung, unter, auchGleiche: false));
        else if (Stelle.Lesen(ordnung, vor) is { } ueber && ErsteNach(alle, ordnung, ueber, auchGleiche: true) is var grenze && grenze > 0)
            (anfang, ende) = (Math.Max(0, grenze - Listenseite.Groesse), grenze);
        return new(alle[anfang..ende], ende > anfang ? anfang + 1 : 0, alle.Length,
            anfang > 0 && ende > anfang ? new Stelle(alle[anfang]).Schreiben(ordnung) : "", ende < alle.Length ? new Stelle(alle[ende - 1]).Schreiben(ordnung) : "");

        (int, int) Abwaerts(int von) => (von, Math.Min(von + Listenseite.Groesse, alle.Length));
    }

    /// <summary>Gleiche Buchstaben für „Häuser“, „hauser“ und „HÄUSER“.</summary>
    internal static string Gefaltet(string text)
    {
        var ergebnis = new System.Text.StringBuilder(text.Length);
        foreach (var zeichen in text.Normalize(System.Text.NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(zeichen) != UnicodeCategory.NonSpacingMark)
                ergebnis.Append(char.ToLowerInvariant(zeichen));
        return ergebnis.Replace("ß", "ss").ToString();
    }

    private static string Sichtkreis(Akteur wer) =>
        wer.IstGeschaeftsfuehrung ? "alles" : string.Join(',', wer.Fachgruppen.Keys.Order());

    private static string[] Suchwoerter(string? suche) => string.IsNullOrWhiteSpace(suche) || Steuerzeichen.Enthaelt(suche) ? [] :
        [.. Gefaltet(suche.Length > 200 ? suche[..200] : suche).Split([' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10)];

    private Treffer Finden(Vorschlagsfilter filter, Akteur wer, string[] woerter, Dictionary<int, string>? texte)
    {
        var zaehler = new Filterzaehler(filter, this.Handlungsfelder, this.Sozialraeume, this.Fachgruppen);
        var gefunden = new List<Verzeichniseintrag>();
        foreach (var eintrag in _geordnet[(int)filter.Ordnung].Value)
        {
            if (!Vorschlagsauswahl.Sieht(wer, eintrag.IstOeffentlich, eintrag.FachgruppeId)) continue;
            if (texte is not null && !(texte.TryGetValue(eintrag.Id, out var text) && Array.TrueForAll(woerter, w => text.Contains(w, StringComparison.Ordinal)))) continue;
            if (zaehler.Zaehlen(eintrag)) gefunden.Add(eintrag);
        }
        return new Treffer([.. gefunden], zaehler.Ergebnis());
    }

    /// <summary>Erst, wenn jemand sucht; zwei zugleich lesen zweimal dasselbe.</summary>
    private async Task<Dictionary<int, string>> SuchtexteAsync(PortalDb db, CancellationToken abbruch) =>
        _suchtexte ??= await db.Vorschlaege.AsNoTracking().Select(v => new { v.Id, v.Kennung, v.Titel, v.Kurzfassung })
            .ToDictionaryAsync(v => v.Id, v => Gefaltet($"{v.Kennung}\n{v.Titel}\n{v.Kurzfassung}"), abbruch);

    private static async Task RaeumeZuordnenAsync(PortalDb db, Verzeichniseintrag[] eintraege, IReadOnlyList<Listenraum> raeume, CancellationToken abbruch)
    {
        var darueber = raeume.ToDictionary(r => r.Id, r => r.UebergeordnetId);
        var nachId = eintraege.ToDictionary(e => e.Id);
        var paare = await db.Set<Dictionary<string, object>>("VorschlagSozialraum").AsNoTracking()
            .Select(j => new { Vorschlag = (int)j["VorschlagId"], Raum = (int)j["SozialraumId"] }).ToListAsync(abbruch);
        // Wenige Zusammenstellungen kommen oft vor: wer dieselben Räume nennt, teilt sich die Menge.
        var mengen = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var gruppe in paare.GroupBy(p => p.Vorschlag, p => p.Raum))
        {
            if (!nachId.TryGetValue(gruppe.Key, out var eintrag)) continue;
            var genannte = string.Join(',', gruppe.Order());
            if (!mengen.TryGetValue(genannte, out var menge)) mengen[genannte] = menge = MitDarueber(gruppe);
            eintrag.RaumIds = menge;
        }

        HashSet<int> MitDarueber(IEnumerable<int> genannt)
        {
            var menge = new HashSet<int>();
            foreach (var raum in genannt)
                for (int? r = raum; r is { } id && menge.Add(id); r = darueber.GetValueOrDefault(id)) { }
            return menge;
        }
    }

    private static int ErsteNach(Verzeichniseintrag[] alle, Listenordnung ordnung, Stelle stelle, bool auchGleiche)
    {
        int unten = 0, oben = alle.Length;
        while (unten < oben)
        {
            var mitte = (unten + oben) / 2;
            var vergleich = Vergleichen(ordnung, new(alle[mitte]), stelle);
            if (vergleich < 0 || (vergleich == 0 && !auchGleiche)) unten = mitte + 1;
            else oben = mitte;
        }
        return unten;
    }

    private static int Vergleichen(Listenordnung ordnung, Stelle a, Stelle b)
    {
        var vergleich = ordnung switch
        {
            Listenordnung.Titel => s_vergleich.Compare(a.Titel, b.Titel, CompareOptions.IgnoreCase),
            Listenordnung.Stand => b.StandSeit.CompareTo(a.StandSeit),
            _ => 0,
        };
        return vergleich != 0 ? vergleich : b.Rang != a.Rang ? b.Rang.CompareTo(a.Rang) : string.CompareOrdinal(a.Kennung, b.Kennung);
    }

    /// <summary>Der Ort eines Eintrags in der Ordnung, wie er in der Adresse steht: Wert und Kennung.</summary>
    private readonly record struct Stelle(string Titel, DateTime StandSeit, string Kennung, long Rang)
    {
        public Stelle(Verzeichniseintrag e) : this(e.Titel, e.StandSeit, e.Kennung, e.Rang) { }

        public string Schreiben(Listenordnung ordnung) => ordnung switch
        {
            Listenordnung.Titel => $"{Titel}~{Kennung}",
            Listenordnung.Stand => string.Create(CultureInfo.InvariantCulture, $"{StandSeit.Ticks}~{Kennung}"),
            _ => Kennung,
        };

        public static Stelle? Lesen(Listenordnung ordnung, string? text)
        {
            if (string.IsNullOrEmpty(text) || text.Length > 300) return null;
            var trenner = text.LastIndexOf('~');
            var kennung = text[(trenner + 1)..];
            var wert = trenner < 0 ? "" : text[..trenner];
            var rang = Verzeichniseintrag.RangVon(kennung);
            return ordnung switch
            {
                Listenordnung.Titel when trenner >= 0 => new("" + wert, default, kennung, rang),
                Listenordnung.Stand when long.TryParse(wert, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks => new("", new(ticks, DateTimeKind.Utc), kennung, rang),
                Listenordnung.Kennung when trenner < 0 => new("", default, kennung, rang),
                _ => null,
            };
        }
    }
}

/// <summary>Was ein Filter trifft, in der gewählten Ordnung, und die Filter mit ihren Zahlen.</summary>
public sealed record Treffer(Verzeichniseintrag[] Eintraege, IReadOnlyList<Filterauswahl> Filter);

public sealed record Listenfeld(int Id, string Kennung, string Name);

public sealed record Listengruppe(int Id, string Kennung, string Name, Weg Weg);

public sealed record Listenraum(int Id, string Kennung, string Name, int? UebergeordnetId, int Tiefe)
{
    /// <summary>Jeder Raum unter dem, in dem er liegt, mit seiner Tiefe.</summary>
    public static IReadOnlyList<Listenraum> AlsBaum(IReadOnlyList<Listenraum> raeume)
    {
        var kinder = raeume.ToLookup(r => r.UebergeordnetId);
        var baum = new List<Listenraum>(raeume.Count);
        void Anhaengen(int? unter, int tiefe)
        {
            foreach (var raum in kinder[unter])
            {
                baum.Add(raum with { Tiefe = tiefe });
                Anhaengen(raum.Id, tiefe + 1);
            }
        }
        Anhaengen(null, 0);
        return baum;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Vorschlaege.Diskussion;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <summary>Ein Vorschlag zum Lesen: was es ist, wo er steht, was man tun kann.</summary>
public sealed class SeiteController(PortalDb db, TimeProvider uhr, Vorschlagsverzeichnis verzeichnis) : PortalController(db, uhr)
{
    [HttpGet("/vorschlaege/{kennung}")]
    public async Task<IActionResult> Seite(string kennung, [FromServices] Textspeicher texte, [FromServices] IEnumerable<SupplementSource<Vorschlag>> beigaben, CancellationToken abbruch)
    {
        if (await Db.LesbarAsync(kennung, Wer) is not { } vorschlag) return NotFound();
        var alles = await verzeichnis.LesenAsync(Db, abbruch);
        var liestInneres = Vorschlagsregeln.DarfInneresLesen(vorschlag, Wer).Erlaubt;
        var beitraege = liestInneres ? new Beitragszahlen($"/vorschlaege/{kennung}/diskussion", await Db.OffeneBeitraegeAsync(vorschlag.Id), Vorschlagsregeln.DarfKommentieren(vorschlag, Wer).Erlaubt) : null;
        var text = Vorschlagstext.Aus(await texte.LesenAsync(Db, vorschlag), alles.Formular.Matrix, alles.Namen, liestInneres && Vorschlagslauf.WirdGeschrieben(vorschlag.Zustand), beitraege);
        return View(new Seitenansicht(vorschlag, text, await Db.EreignisseVonAsync(kennung), Wer)
        {
            Gruppe = alles.Gruppenname(vorschlag.FachgruppeId),
            Gruppenkennung = alles.Gruppenkennung(vorschlag.FachgruppeId),
            Handlungsfeld = alles.Handlungsfeldname(vorschlag.HandlungsfeldId),
            Beigaben = await beigaben.ForAsync(Db, vorschlag, Wer, Jetzt),
        });
    }
}

/// <summary>Was die Seite eines Vorschlags zeigt; der Öffentlichkeit weniger als dem Kreis, der ihn macht.</summary>
public sealed class Seitenansicht(Vorschlag vorschlag, Vorschlagstext text, IReadOnlyList<Ereigniszeile> ereignisse, Akteur wer)
{
    public Vorschlag Vorschlag { get; } = vorschlag;
    public Vorschlagstext Text { get; } = text;
    public required string Gruppe { get; init; }
    public required string Gruppenkennung { get; init; }
    public required string Handlungsfeld { get; init; }

    /// <summary>Was spätere Themen zu diesem Vorschlag zu sagen haben.</summary>
    public required IReadOnlyList<Supplement> Beigaben { get; init; }

    public string Titel => Vorschlag.Titel.Length > 0 ? Vorschlag.Titel : "Ohne Titel";
    public bool LiestInneres { get; } = Vorschlagsregeln.DarfInneresLesen(vorschlag, wer).Erlaubt;
    public bool IstMitglied { get; } = wer.IstMitgliedVon(vorschlag.FachgruppeId);
    public bool IstSprecher { get; } = wer.IstSprecherVon(vorschlag.FachgruppeId);
    public bool IstGeschaeftsfuehrung { get; } = wer.IstGeschaeftsfuehrung;

    public IReadOnlyList<Laufschritt> Zeitleiste { get; } = Vorschlaege.Zeitleiste.Von(vorschlag.Weg, vorschlag.Zustand, vorschlag.AngelegtAm, vorschlag.StandSeit,
        ereignisse.Where(e => e.Zustand is not null).Select(e => (e.Zustand!.Value, e.Zeitpunkt)));

    /// <summary>Wer nicht zum Kreis gehört, liest nur, was für alle bestimmt ist.</summary>
    public IReadOnlyList<Ereigniszeile> Geschichte => LiestInneres ? ereignisse : [.. ereignisse.Where(e => e.Oeffentlich)];

    public int OffeneBeitraege => Text.Beitraege?.Offen.Values.Sum() ?? 0;

    /// <summary>Was die handelnde Person hier als Nächstes tun würde und noch nicht darf, mit dem Grund.</summary>
    public IEnumerable<string> Sperrgruende
    {
        get
        {
            if (IstMitglied && Vorschlagsregeln.DarfSchreiben(Vorschlag, wer) is { Erlaubt: false } schreiben) yield return schreiben.Einwand;
            if (IstMitglied && !IstSprecher && Vorschlagslauf.WirdGeschrieben(Vorschlag.Zustand)) yield return "Einreichen können die Sprecher:innen der Gruppe.";
            if (IstGeschaeftsfuehrung && !Vorschlag.IstOeffentlich && Vorschlagsregeln.DarfVeroeffentlichen(Vorschlag, wer) is { Erlaubt: false } veroeffentlichen) yield return veroeffentlichen.Einwand;
        }
    }

    public bool DarfSchreiben => Vorschlagsregeln.DarfSchreiben(Vorschlag, wer).Erlaubt;
    public bool DarfInBeratungGeben => Vorschlagsregeln.DarfInBeratungGeben(Vorschlag, wer).Erlaubt;
    public bool DarfZumEntwurfMachen => Vorschlagsregeln.DarfZumEntwurfMachen(Vorschlag, wer).Erlaubt;
    public bool KannEinreichen => IstSprecher && Vorschlagslauf.WirdGeschrieben(Vorschlag.Zustand);
    public bool KannZurueckziehen => Vorschlagsregeln.DarfZurueckziehen(Vorschlag, "Grund folgt", wer).Erlaubt;
    public bool DarfSichten => Vorschlagsregeln.DarfSichten(Vorschlag, wer).Erlaubt;
    public bool KannVeroeffentlichungZuruecknehmen => Vorschlagsregeln.DarfVeroeffentlichungZuruecknehmen(Vorschlag, "Grund folgt", wer).Erlaubt;
    public bool DarfVeroeffentlichen => Vorschlagsregeln.DarfVeroeffentlichen(Vorschlag, wer).Erlaubt;
}

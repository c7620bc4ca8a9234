using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Markdown;
using Portal.Stammdaten;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>Die Arbeit an einem Vorschlag, vom Beginn bis zu dem Zustand, den die Vorlage nennt.</summary>
internal sealed class Vorschlagsplan(
    PortalDb db, Zeitplan plan, Vorschlagsvorlage vorlage, Vorschlagsformular formular, Func<Fachgruppe> gruppe,
    IReadOnlyDictionary<string, Handlungsfeld> handlungsfelder, IReadOnlyDictionary<string, Sozialraum> sozialraeume,
    Func<string, Akteur> akteur, Func<Akteur> geschaeftsfuehrung)
{
    private static readonly Vorschlagsfeld[] s_ersteSitzung = [Vorschlagsfeld.Kurzfassung, Vorschlagsfeld.Ausgangslage, Vorschlagsfeld.Bedarf, Vorschlagsfeld.Zielgruppe];

    /// <summary>So viele Tage schreibt die Gruppe, bevor sie den Vorschlag in die Beratung gibt.</summary>
    private const int SchreibenDauert = 14;

    private Vorschlag _vorschlag = null!;

    public void Planen()
    {
        var stationen = vorlage.Stationen is { Count: > 0 } eigene ? eigene : [.. Gerechnet()];
        var beginn = stationen[0].VorTagen;
        plan.Am(plan.Vor(beginn), BeginnenAsync);
        plan.Am(plan.Vor(beginn - 4), AlleFelderSchreiben);
        plan.Am(plan.Vor(beginn - 9), MatrixSchreiben);
        foreach (var station in stationen.Skip(1))
        {
            plan.Am(plan.Vor(station.VorTagen), wann => Weiterfuehren(station, wann));
            if (station.Zustand == Vorschlagszustand.Gesichtet && vorlage.Veroeffentlicht)
                plan.Am(plan.Vor(Math.Max(station.VorTagen - 4, 1)), wann => _vorschlag.Veroeffentlichen(geschaeftsfuehrung(), wann));
        }
        DiskussionPlanen(stationen.Count == 1 ? beginn - SchreibenDauert : stationen[^1].VorTagen, beginn);
    }

    /// <summary>Nennt die Vorlage keine Stationen, liegen die Schritte gleich weit auseinander.</summary>
    private IEnumerable<Stationsvorlage> Gerechnet()
    {
        var (beginn, ende) = Zeitraum();
        yield return new(Vorschlagszustand.Entwurf, beginn, "");
        var schritte = Schritte();
        var erster = beginn - SchreibenDauert;
        foreach (var (nummer, ziel) in schritte.Index())
            yield return new(ziel, schritte.Count == 1 ? ende : erster - (erster - ende) * nummer / (schritte.Count - 1), "");
    }

    /// <summary>Vor wie vielen Tagen begonnen und zuletzt weitergeführt wurde.</summary>
    private (double Beginn, double Ende) Zeitraum()
    {
        var versatz = vorlage.Titel.Length % 7 + vorlage.Titel.Length * 0.013;
        return vorlage.Zustand switch
        {
            Vorschlagszustand.Entwurf => (24 + versatz, 0),
            Vorschlagszustand.InBeratung => (62 + versatz, 34 + versatz),
            Vorschlagszustand.Eingereicht => (130 + versatz, 12),
            Vorschlagszustand.Zurueckgegeben => (150 + versatz, 16),
            Vorschlagszustand.Gesichtet => (200 + versatz, 35 + versatz),
            Vorschlagszustand.InPriorisierung => (340 + versatz, 40),
            Vorschlagszustand.Priorisiert => (300 + versatz, 28),
            Vorschlagszustand.InPolitischerBeratung => (400 + versatz, 50),
            Vorschlagszustand.ImSozialkonzept => (300 + versatz, 20),
            Vorschlagszustand.Zurueckgezogen => (300 + versatz, 148),
            Vorschlagszustand.Beschlossen => (500 + versatz, 45),
            Vorschlagszustand.InUmsetzung => (540 + versatz, 90),
            _ => throw new InvalidDataException($"Wer „{vorlage.Zustand.Anzeige()}“ ist, hat einen langen Weg hinter sich: Die Vorlage „{vorlage.Titel}“ nennt dafür ihre Stationen."),
        };
    }

    /// <summary>Die Zustände zwischen Entwurf und dem der Vorlage.</summary>
    private IReadOnlyList<Vorschlagszustand> Schritte()
    {
        var weg = Weg();
        return vorlage.Zustand switch
        {
            Vorschlagszustand.Zurueckgezogen => [Vorschlagszustand.InBeratung, Vorschlagszustand.Zurueckgezogen],
            Vorschlagszustand.Zurueckgegeben => [Vorschlagszustand.InBeratung, Vorschlagszustand.Eingereicht, Vorschlagszustand.Zurueckgegeben],
            _ => [.. BisZu(vorlage.Zustand, weg)],
        };
    }

    private Weg Weg() => Enum.Parse<Weg>(Quellen.Tabelle("Fachgruppen.csv").Single(z => z["Kennung"] == vorlage.Fachgruppe)["Arbeitsform"]);

    private static IEnumerable<Vorschlagszustand> BisZu(Vorschlagszustand ziel, Weg weg) =>
        ziel == Vorschlagszustand.Entwurf ? [] : Vorschlagslauf.Schritte(weg).Skip(1).TakeWhile(z => z != ziel).Append(ziel);

    private Akteur Mitglied(int nummer)
    {
        var mitglieder = gruppe().Mitgliedschaften;
        return akteur(mitglieder[nummer % mitglieder.Count].Person.Email);
    }

    private Akteur Sprecherin() => akteur(gruppe().Mitgliedschaften.First(m => m.Rolle == Mitgliedsrolle.Sprecher).Person.Email);

    private async Task BeginnenAsync(DateTime wann)
    {
        var wer = Mitglied(1);
        var kennung = await db.NaechsteKennungAsync("Vorschlag", Ortszeit.Datum(wann).Year);
        _vorschlag = new Vorschlag(kennung, gruppe(), vorlage.Titel, wer, wann);
        foreach (var feld in s_ersteSitzung) Schreiben(feld, vorlage.Feld(feld).Split("\n\n")[0], wer, wann);
        _vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, "Erste Gedanken", wer.PersonId, wann);
        db.Add(_vorschlag);
    }

    private void AlleFelderSchreiben(DateTime wann)
    {
        var wer = Mitglied(2);
        foreach (var feld in Vorschlagsfelder.Alle.Select(f => f.Feld))
        {
            if (feld == Vorschlagsfeld.Handlungsfeld)
                _vorschlag.HandlungsfeldWaehlen(handlungsfelder.Values.FirstOrDefault(h => h.Id == gruppe().HandlungsfeldId), wer, wann);
            else if (feld == Vorschlagsfeld.Sozialraeume)
                _vorschlag.SozialraeumeWaehlen([.. vorlage.Sozialraeume.Select(k => sozialraeume[k])], wer, wann);
            else if (vorlage.Feld(feld).Length > 0)
                Schreiben(feld, vorlage.Feld(feld), wer, wann);
        }
        _vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, "", wer.PersonId, wann);
    }

    private void MatrixSchreiben(DateTime wann)
    {
        var wer = Mitglied(0);
        foreach (var zeile in vorlage.Zeilen)
            _vorschlag.ZeileSchreiben(_vorschlag.ZeileHinzufuegen(zeile.Zielfeld, wer, wann), zeile.Werte, wer, wann);
        _vorschlag.FassungFesthalten(Fassungsanlass.Gespeichert, "Zielfeldermatrix aus der Sitzung", wer.PersonId, wann);
    }

    private void Schreiben(Vorschlagsfeld feld, string wert, Akteur wer, DateTime wann) =>
        _vorschlag.Schreiben(feld, wert, feld.Beschreibung().Art == Feldart.Markdown ? MarkdownRenderer.ToHtml(wert) : null, wer, wann);

    private void Weiterfuehren(Stationsvorlage station, DateTime wann)
    {
        var ziel = station.Zustand;
        switch (ziel)
        {
            case Vorschlagszustand.InBeratung: _vorschlag.InBeratungGeben(Mitglied(1), wann); break;
            case Vorschlagszustand.Eingereicht:
                var luecken = Vollstaendigkeit.Luecken(Vorschlagsinhalt.Von(_vorschlag), formular);
                if (luecken.Count > 0) throw new InvalidDataException($"Die Vorlage „{vorlage.Titel}“ ist nicht vollständig: {string.Join(" ", luecken.Select(l => l.Satz))}");
                _vorschlag.Einreichen(luecken, null, Sprecherin(), wann);
                break;
            case Vorschlagszustand.Gesichtet: _vorschlag.Sichten(Grund(station), geschaeftsfuehrung(), wann); break;
            case Vorschlagszustand.Zurueckgegeben: _vorschlag.Zurueckgeben(vorlage.Begruendung, geschaeftsfuehrung(), wann); break;
            case Vorschlagszustand.Zurueckgezogen: _vorschlag.Zurueckziehen(vorlage.Begruendung, Sprecherin(), wann); break;
            case Vorschlagszustand.InPriorisierung or Vorschlagszustand.Priorisiert when IstSchonWeiter(ziel): break; // Die Runde hat ihn aufgenommen, die Konferenz über die Liste beschlossen.
            default: _vorschlag.Ueberfuehren(ziel, geschaeftsfuehrung(), wann, Grund(station)); break;
        }
    }

    private bool IstSchonWeiter(Vorschlagszustand ziel) => _vorschlag.Zustand is Vorschlagszustand.InPriorisierung or Vorschlagszustand.Priorisiert && ziel <= _vorschlag.Zustand;

    private static string Grund(Stationsvorlage station) => station.Grund.Length > 0 ? station.Grund : station.Zustand switch
    {
        Vorschlagszustand.Gesichtet => "Vollständig und gut begründet.",
        Vorschlagszustand.InPriorisierung => "In die laufende Priorisierungsrunde aufgenommen.",
        Vorschlagszustand.Priorisiert => "Die Sozialplanungskonferenz hat die Prioritätenliste beschlossen.",
        Vorschlagszustand.ImSozialkonzept => "In das Integrierte Sozialkonzept übernommen.",
        Vorschlagszustand.InPolitischerBeratung => "Die Vorlage liegt dem Fachausschuss vor.",
        Vorschlagszustand.Beschlossen => "Die Bürgerschaft hat wie vorgeschlagen beschlossen.",
        Vorschlagszustand.InUmsetzung => "Die Mittel sind freigegeben, die Umsetzung hat begonnen.",
        _ => throw new InvalidDataException($"Warum der Vorschlag „{station.Zustand.Anzeige()}“ ist, sagt nur seine Vorlage."),
    };

    private void DiskussionPlanen(double ende, double beginn)
    {
        // Diskutiert wird, solange die Gruppe schreibt; beim Zurückziehen kurz davor, sonst vor dem Einreichen.
        var (von, bis) = vorlage.Zustand switch
        {
            Vorschlagszustand.Entwurf => (beginn - 10.0, 1.0),
            Vorschlagszustand.InBeratung or Vorschlagszustand.Zurueckgegeben => (ende - 1.0, 1.0),
            Vorschlagszustand.Zurueckgezogen => (ende + 12, ende + 2),
            _ => (beginn - 10, beginn - 13.5),
        };
        var abstand = (von - bis) / Math.Max(1, vorlage.Diskussion.Sum(b => 1 + b.Antworten.Count));
        foreach (var beitrag in vorlage.Diskussion)
        {
            Kommentar? erster = null;
            plan.Am(plan.Vor(von), wann => erster = Sagen(beitrag.Email, Ort(beitrag.Ort), beitrag.Text, null, wann));
            von -= abstand;
            foreach (var (email, text) in beitrag.Antworten)
            {
                plan.Am(plan.Vor(von), wann => Sagen(email, "", text, erster, wann));
                von -= abstand;
            }
            if (beitrag.Antworten.Count > 0 && !Vorschlagslauf.WirdGeschrieben(vorlage.Zustand))
                plan.Am(plan.Vor(von), wann => erster!.Erledigen(_vorschlag, Sprecherin(), wann));
        }
    }

    private Kommentar Sagen(string email, string ort, string text, Kommentar? antwortAuf, DateTime wann) =>
        db.Add(new Kommentar(_vorschlag, ort, text, MarkdownRenderer.ToHtml(text), antwortAuf, akteur(email), wann)).Entity;

    private string Ort(string ort)
    {
        if (ort == "allgemein") return ort;
        const string matrix = "Matrix: ";
        if (ort.StartsWith(matrix, StringComparison.Ordinal)) return "zeile:" + _vorschlag.Zeilen.Single(z => z.Werte.Ziel == ort[matrix.Length..]).Kennung;
        return Vorschlagsfelder.Alle.Single(f => f.Name.Replace(":", "", StringComparison.Ordinal) == ort).Feld.ToString();
    }
}

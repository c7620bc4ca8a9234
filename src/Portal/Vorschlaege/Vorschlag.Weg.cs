using Portal.Grundbegriffe;
using Portal.Zugang;

namespace Portal.Vorschlaege;

/// <content>Der Weg des Vorschlags: jede Tat, die seinen Zustand ändert, in der Reihenfolge, in der sie vorkommt.</content>
public sealed partial class Vorschlag
{
    public void InBeratungGeben(Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfInBeratungGeben(this, wer).Verlangen();
        Uebergehen(Vorschlagszustand.InBeratung, wer, jetzt, "hat den Vorschlag in die Beratung der Gruppe gegeben", "Die Gruppe soll den Entwurf gemeinsam beraten.");
    }

    public void ZumEntwurfMachen(Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfZumEntwurfMachen(this, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Entwurf, wer, jetzt, "hat den Vorschlag wieder zum Entwurf gemacht", "Vor der Beratung wird noch daran geschrieben.");
    }

    /// <param name="luecken">Was nach den Pflichtangaben noch fehlt.</param>
    public void Einreichen(IReadOnlyList<Luecke> luecken, Frist? einreichungsfrist, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfEinreichen(this, luecken, einreichungsfrist, wer, jetzt).Verlangen();
        FassungFesthalten(Fassungsanlass.Eingereicht, "", wer.PersonId, jetzt);
        EingereichtAm = jetzt;
        Uebergehen(Vorschlagszustand.Eingereicht, wer, jetzt, "hat den Vorschlag eingereicht", "Alle Pflichtangaben sind gemacht.").FuerAlle();
    }

    public void Sichten(string notiz, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfSichten(this, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Gesichtet, wer, jetzt, "hat den Vorschlag gesichtet und angenommen", string.IsNullOrWhiteSpace(notiz) ? "Bei der Sichtung gab es nichts zu beanstanden." : notiz).FuerAlle();
    }

    /// <summary>Die Konferenz bewertet ihn in einer Runde.</summary>
    public void InPriorisierungNehmen(Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfUeberfuehren(this, Vorschlagszustand.InPriorisierung, wer).Verlangen();
        Uebergehen(Vorschlagszustand.InPriorisierung, wer, jetzt, "hat den Vorschlag in eine Priorisierungsrunde aufgenommen", "Die Konferenz soll ihn bewerten.").FuerAlle();
    }

    /// <summary>Die Konferenz hat die Prioritätenliste beschlossen, auf der er steht.</summary>
    /// <param name="platz">Sein Platz und die Liste, als Satz.</param>
    public void Priorisieren(string platz, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfUeberfuehren(this, Vorschlagszustand.Priorisiert, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Priorisiert, wer, jetzt, "hat den Beschluss der Konferenz über die Prioritätenliste festgestellt", platz).FuerAlle();
    }

    /// <summary>Die Konferenz hat entschieden, ohne ihn zu bewerten; er kann in eine andere Runde.</summary>
    public void AusPriorisierungNehmen(string grund, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfUeberfuehren(this, Vorschlagszustand.Gesichtet, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Gesichtet, wer, jetzt, "hat den Vorschlag aus der Priorisierung genommen", grund).FuerAlle();
    }

    public void Zurueckgeben(string grund, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfZurueckgeben(this, grund, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Zurueckgegeben, wer, jetzt, "hat den Vorschlag zurückgegeben", grund);
    }

    public void Zurueckziehen(string grund, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfZurueckziehen(this, grund, wer).Verlangen();
        Uebergehen(Vorschlagszustand.Zurueckgezogen, wer, jetzt, "hat den Vorschlag zurückgezogen", grund).FuerAlle();
    }

    public void Veroeffentlichen(Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfVeroeffentlichen(this, wer).Verlangen();
        VeroeffentlichtAm = jetzt;
        Vermerken("vorschlag.veroeffentlicht", wer.PersonId, jetzt, "hat den Vorschlag veröffentlicht", "Er ist gesichtet; alle sollen ihn lesen können.").FuerAlle().ImKreisVon(FachgruppeId);
    }

    /// <summary>Der Text ist danach nur noch im Kreis der Gruppe zu lesen; der Zustand bleibt, und veröffentlicht werden kann er wieder.</summary>
    public void VeroeffentlichungZuruecknehmen(string grund, Akteur wer, DateTime jetzt)
    {
        Vorschlagsregeln.DarfVeroeffentlichungZuruecknehmen(this, grund, wer).Verlangen();
        VeroeffentlichtAm = null;
        Vermerken("vorschlag.veroeffentlichung_zurueckgenommen", wer.PersonId, jetzt, "hat die Veröffentlichung zurückgenommen", grund.Trim()).FuerAlle().ImKreisVon(FachgruppeId);
    }

    /// <summary>
    /// Führt in einen späteren Zustand, dessen eigene Tat es (noch) nicht gibt: die Tür für die Schritte nach der Sichtung und für das
    /// Übernehmen alter Bestände. Sobald ein Schritt seine eigene Tat hat, geht er durch sie.
    /// </summary>
    internal void Ueberfuehren(Vorschlagszustand ziel, Akteur wer, DateTime jetzt, string grund)
    {
        Vorschlagsregeln.DarfUeberfuehren(this, ziel, wer).Verlangen();
        Uebergehen(ziel, wer, jetzt, $"hat den Vorschlag weitergeführt: {ziel.Anzeige()}", grund).FuerAlle();
    }

    private Ereignis Uebergehen(Vorschlagszustand ziel, Akteur wer, DateTime jetzt, string satz, string grund)
    {
        Zustand = ziel;
        StandSeit = jetzt;
        return Vermerken("vorschlag." + ziel.ToString().ToLowerInvariant(), wer.PersonId, jetzt, satz, grund.Trim()).ImKreisVon(FachgruppeId);
    }
}

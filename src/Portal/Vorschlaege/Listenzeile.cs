using Portal.Fachgruppen;

namespace Portal.Vorschlaege;

/// <summary>Ein Vorschlag, wie ihn die Liste und ihre Ausfuhr zeigen.</summary>
public sealed record Listenzeile(
    int Id, string Kennung, string Titel, string Kurzfassung, int FachgruppeId, Weg Weg, int? HandlungsfeldId, Vorschlagsart? Art, Vorschlagszustand Zustand,
    DateTime StandSeit, DateTime? EingereichtAm, DateTime? VeroeffentlichtAm, long? KostenEinmalig, long? KostenLaufend, DateOnly? ZeitrahmenVon, DateOnly? ZeitrahmenBis);

namespace Portal.Vorschlaege;

/// <summary>Wie ein Zustand auf einer Seite aussieht: Farbe und Bild helfen nur, der Name steht immer dabei.</summary>
/// <param name="Klasse">Zusatz zur Klasse des Abzeichens.</param>
/// <param name="Bild">Name des Bildes; leer bei neutralen Zuständen.</param>
public sealed record Zustandsmarke(string Klasse, string Bild)
{
    private static readonly Zustandsmarke s_neutral = new("p-badge--neutral", ""), s_unterwegs = new("kern-badge--info", "info"),
        s_gut = new("kern-badge--success", "success"), s_achtung = new("kern-badge--warning", "warning"), s_schlecht = new("kern-badge--danger", "danger");

    public static Zustandsmarke Von(Vorschlagszustand zustand) => zustand switch
    {
        Vorschlagszustand.Entwurf or Vorschlagszustand.Vertagt or Vorschlagszustand.Zurueckgezogen or Vorschlagszustand.Abgeschlossen => s_neutral,
        Vorschlagszustand.Beschlossen or Vorschlagszustand.GeaendertBeschlossen or Vorschlagszustand.Umgesetzt => s_gut,
        Vorschlagszustand.Zurueckgegeben => s_achtung,
        Vorschlagszustand.Abgelehnt => s_schlecht,
        _ => s_unterwegs,
    };
}

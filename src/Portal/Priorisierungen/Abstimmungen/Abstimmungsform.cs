using System.ComponentModel.DataAnnotations;
using Portal.Konferenzen;
using Portal.Platform.Web;

namespace Portal.Priorisierungen.Abstimmungen;

/// <summary>Worüber und wie abgestimmt werden soll.</summary>
public sealed class Antragsform
{
    public int Version { get; set; }

    [Display(Name = "Antrag"), Required(ErrorMessage = "Bitte schreiben Sie, worüber abgestimmt wird."), StringLength(Abstimmungsregeln.AntragHoechstens), SauberesFeld]
    public string? Antrag { get; set; }

    [Display(Name = "Wortlaut"), StringLength(Abstimmungsregeln.WortlautHoechstens), SauberesFeld]
    public string? Wortlaut { get; set; }

    [Display(Name = "Nummer des Vorschlags"), StringLength(20), SauberesFeld]
    public string? Vorschlag { get; set; }

    [Display(Name = "Nummer der Priorisierungsrunde"), StringLength(20), SauberesFeld]
    public string? Runde { get; set; }

    [Display(Name = "Art der Abstimmung")]
    public Abstimmungsart Art { get; set; }

    [Display(Name = "Letzter Tag")]
    public DateOnly? Frist { get; set; }
}

public sealed class Bestaetigungsform
{
    public int Version { get; set; }

    /// <summary>Was bestätigt wird, sagt die Seite.</summary>
    public bool Bestaetigt { get; set; }
}

/// <summary>Der Stimmzettel.</summary>
public sealed class Stimmform
{
    [Display(Name = "Ihre Stimme"), Required(ErrorMessage = "Bitte wählen Sie Ja, Nein oder Enthaltung.")]
    public Stimme? Stimme { get; set; }

    [Display(Name = "Ich gebe diese Stimme ab. Sie lässt sich danach nicht mehr ändern.")]
    public bool Bestaetigt { get; set; }
}

public sealed class Uebergabeform
{
    /// <summary>Kennung der Person.</summary>
    [Display(Name = "Stellvertretung"), Required(ErrorMessage = "Bitte wählen Sie, wer den Sitz vertritt.")]
    public string? Person { get; set; }

    [Display(Name = "Grund"), StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Befangenheitsform
{
    [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie den Grund. Ihn liest nur die Geschäftsführung."), StringLength(2000), SauberesFeld]
    public string? Grund { get; set; }
}

public sealed class Anwesenheitsform
{
    /// <summary>Kennungen der Sitze, für die jemand da ist.</summary>
    public List<string> Anwesende { get; set; } = [];
}

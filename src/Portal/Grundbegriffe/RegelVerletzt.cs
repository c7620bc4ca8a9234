namespace Portal.Grundbegriffe;

/// <summary>Jemand wollte, was die Regeln jetzt nicht erlauben. Die Nachricht ist der Satz, den die Person liest.</summary>
public sealed class RegelVerletzt : Exception
{
    public RegelVerletzt() { }
    public RegelVerletzt(string einwand) : base(einwand) { }
    public RegelVerletzt(string einwand, Exception grund) : base(einwand, grund) { }

    public RegelVerletzt(string einwand, string feld) : base(einwand) => Feld = feld;

    /// <summary>Name des Formularfelds, zu dem der Satz gehört; leer, wenn er die ganze Seite betrifft.</summary>
    public string Feld { get; } = "";
}

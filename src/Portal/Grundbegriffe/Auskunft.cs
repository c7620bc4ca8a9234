namespace Portal.Grundbegriffe;

/// <summary>
/// Die Antwort auf „Darf ich das?“: erlaubt, oder nicht – dann mit jedem Grund, der dagegen spricht.
/// Knopf, Schranke, Meldung, Handbuch und Prüfung verwenden dieselben Sätze.
/// </summary>
public sealed class Auskunft
{
    private Auskunft(IReadOnlyList<string> einwaende, string feld = "") => (Einwaende, Feld) = (einwaende, feld);

    public static Auskunft Ja { get; } = new([]);

    /// <summary>Alle Gründe in der Reihenfolge der Regel; leer, wenn es erlaubt ist.</summary>
    public IReadOnlyList<string> Einwaende { get; }

    public bool Erlaubt => Einwaende.Count == 0;

    /// <summary>Der erste Grund; leer, wenn es erlaubt ist.</summary>
    public string Einwand => Erlaubt ? "" : Einwaende[0];

    /// <summary>Name des Formularfelds, zu dem der erste Grund gehört; leer, wenn er die Sache selbst betrifft.</summary>
    public string Feld { get; }

    public static Auskunft Nein(string einwand) => new([einwand]);

    /// <summary>Jedes Paar nennt, was gelten muss, und den Satz für den Fall, dass es nicht gilt.</summary>
    public static Auskunft Pruefe(params ReadOnlySpan<(bool Gilt, string Einwand)> bedingungen)
    {
        List<string>? einwaende = null;
        foreach (var (gilt, einwand) in bedingungen)
            if (!gilt) (einwaende ??= []).Add(einwand);
        return einwaende is null ? Ja : new(einwaende);
    }

    /// <summary>Eine Tat braucht einen Grund; fehlt er, steht der Satz am Formularfeld „Grund“.</summary>
    public static Auskunft MitGrund(string grund, string einwand) => string.IsNullOrWhiteSpace(grund) ? new([einwand], "Grund") : Ja;

    /// <summary>Beide müssen erlauben; die Gründe werden aneinandergereiht.</summary>
    public Auskunft Und(Auskunft weitere) =>
        Erlaubt ? weitere : weitere.Erlaubt ? this : new([.. Einwaende, .. weitere.Einwaende], Feld);

    /// <exception cref="RegelVerletzt">wenn es nicht erlaubt ist, mit dem ersten Grund.</exception>
    public void Verlangen()
    {
        if (!Erlaubt) throw new RegelVerletzt(Einwand, Feld);
    }

    /// <param name="feld">Name des Formularfelds, zu dem der Grund gehört.</param>
    /// <exception cref="RegelVerletzt">wenn es nicht erlaubt ist, mit dem ersten Grund.</exception>
    public void Verlangen(string feld)
    {
        if (!Erlaubt) throw new RegelVerletzt(Einwand, feld);
    }
}

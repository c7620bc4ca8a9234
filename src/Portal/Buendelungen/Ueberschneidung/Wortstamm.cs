namespace Portal.Buendelungen.Ueberschneidung;

/// <summary>
/// Der Stamm eines deutschen Worts nach dem Verfahren „German“ der Sammlung Snowball von Martin Porter
/// (https://snowballstem.org/algorithms/german/stemmer.html): „Anlaufstellen“ und „Anlaufstelle“ werden gleich. Zwei Stämme zu vergleichen ist der
/// Zweck; ein Stamm muss kein Wort sein.
/// </summary>
public static class Wortstamm
{
    private const string Selbstlaute = "aeiouyäöü";
    private const string VorS = "bdfghklmnrt";
    private const string VorSt = "bdfghklmnt";

    /// <param name="wort">Ein Wort; Groß- und Kleinschreibung ist gleich.</param>
    public static string Von(string wort)
    {
        var w = Vorbereiten(wort);
        var r1 = Math.Max(Bereich(w, 0), 3);
        var r2 = Bereich(w, Bereich(w, 0));
        w = ErsterSchritt(w, r1);
        w = ZweiterSchritt(w, r1);
        w = DritterSchritt(w, r1, r2);
        return w.ToLowerInvariant().Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u');
    }

    // u und y zwischen Selbstlauten zählen als Mitlaute; der große Buchstabe merkt sie vor.
    private static string Vorbereiten(string wort)
    {
        var zeichen = wort.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).ToCharArray();
        for (var i = 1; i < zeichen.Length - 1; i++)
            if (zeichen[i] is 'u' or 'y' && IstSelbstlaut(zeichen[i - 1]) && IstSelbstlaut(zeichen[i + 1])) zeichen[i] = char.ToUpperInvariant(zeichen[i]);
        return new(zeichen);
    }

    /// <summary>Die Stelle hinter dem ersten Mitlaut, der auf einen Selbstlaut folgt; das Ende, wenn es keinen gibt.</summary>
    private static int Bereich(string w, int ab)
    {
        for (var i = ab + 1; i < w.Length; i++)
            if (!IstSelbstlaut(w[i]) && IstSelbstlaut(w[i - 1])) return i + 1;
        return w.Length;
    }

    private static string ErsterSchritt(string w, int r1)
    {
        if (Endet(w, "ern", "em", "er") is { } a) return Ohne(w, a, r1);
        if (Endet(w, "en", "es", "e") is { } b)
        {
            var kuerzer = Ohne(w, b, r1);
            return kuerzer.Length < w.Length && kuerzer.EndsWith("niss", StringComparison.Ordinal) ? kuerzer[..^1] : kuerzer;
        }
        return w.Length > 1 && w[^1] == 's' && VorS.Contains(w[^2]) ? Ohne(w, "s", r1) : w;
    }

    private static string ZweiterSchritt(string w, int r1)
    {
        if (Endet(w, "est", "en", "er") is { } endung) return Ohne(w, endung, r1);
        return w.Length >= 6 && w.EndsWith("st", StringComparison.Ordinal) && VorSt.Contains(w[^3]) ? Ohne(w, "st", r1) : w;
    }

    private static string DritterSchritt(string w, int r1, int r2)
    {
        switch (Endet(w, "isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"))
        {
            case ("end" or "ung") and var endung:
                var ohne = Ohne(w, endung, r2);
                return ohne.Length < w.Length && ohne.EndsWith("ig", StringComparison.Ordinal) && !ohne.EndsWith("eig", StringComparison.Ordinal) ? Ohne(ohne, "ig", r2) : ohne;
            case ("ig" or "ik" or "isch") and var endung:
                return w.Length > endung.Length && w[^(endung.Length + 1)] == 'e' ? w : Ohne(w, endung, r2);
            case ("lich" or "heit") and var endung:
                var stamm = Ohne(w, endung, r2);
                return stamm.Length < w.Length && Endet(stamm, "er", "en") is { } rest ? Ohne(stamm, rest, r1) : stamm;
            case "keit":
                var kern = Ohne(w, "keit", r2);
                return kern.Length < w.Length && Endet(kern, "lich", "ig") is { } anhang ? Ohne(kern, anhang, r2) : kern;
            default:
                return w;
        }
    }

    private static bool IstSelbstlaut(char c) => Selbstlaute.Contains(c);

    /// <summary>Die längste der Endungen, die das Wort hat.</summary>
    private static string? Endet(string w, params ReadOnlySpan<string> endungen)
    {
        foreach (var endung in endungen)
            if (w.EndsWith(endung, StringComparison.Ordinal)) return endung;
        return null;
    }

    /// <summary>Ohne die Endung, wenn sie ganz im Bereich liegt; sonst das Wort, wie es ist.</summary>
    private static string Ohne(string w, string endung, int bereich) => w.Length - endung.Length >= bereich ? w[..^endung.Length] : w;
}

using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

public enum Textteilart
{
    Gleich,
    Neu,
    Gestrichen,

    /// <summary>Ein langes unverändertes Stück, das nicht wiederholt wird; sein Text sagt, wie lang.</summary>
    Ausgelassen,
}

/// <summary>Ein Stück Text mit dem, was mit ihm geschehen ist.</summary>
public sealed record Textteil(Textteilart Art, string Text);

/// <summary>Zwei Texte nebeneinander, mit hervorgehobenen Worten: links, was gestrichen wurde, rechts, was dazukam.</summary>
public sealed record Textvergleich(IReadOnlyList<Textteil> Alt, IReadOnlyList<Textteil> Neu, bool IstGleich)
{
    /// <summary>Von unveränderten Stücken, die länger sind, bleiben Anfang und Ende stehen.</summary>
    private const int LangesStueck = 1600;

    public static Textvergleich Von(string alt, string neu)
    {
        if (alt == neu) return new([new(Textteilart.Gleich, alt)], [new(Textteilart.Gleich, neu)], true);
        var a = Wortvergleich.Zerlegen(alt);
        var n = Wortvergleich.Zerlegen(neu);
        List<Textteil> links = [], rechts = [];
        var stelle = 0;
        foreach (var unterschied in Wortvergleich.Unterschiede(a, n))
        {
            Gleiches(a[stelle..unterschied.AltVon]);
            Dazu(links, Textteilart.Gestrichen, string.Concat(a[unterschied.AltVon..unterschied.AltBis]));
            Dazu(rechts, Textteilart.Neu, string.Concat(n[unterschied.NeuVon..(unterschied.NeuVon + unterschied.NeuZahl)]));
            stelle = unterschied.AltBis;
        }
        Gleiches(a[stelle..]);
        return new(links, rechts, false);

        void Gleiches(string[] woerter)
        {
            var text = string.Concat(woerter);
            if (text.Length <= LangesStueck)
            {
                Dazu(links, Textteilart.Gleich, text);
                Dazu(rechts, Textteilart.Gleich, text);
                return;
            }
            var (anfang, ende) = (Grenze(text, 400), Grenze(text, text.Length - 400));
            foreach (var seite in new[] { links, rechts })
            {
                Dazu(seite, Textteilart.Gleich, text[..anfang]);
                Dazu(seite, Textteilart.Ausgelassen, $"… {Ortszeit.Anzahl(ende - anfang)} unveränderte Zeichen …");
                Dazu(seite, Textteilart.Gleich, text[ende..]);
            }
        }
    }

    /// <summary>Das nächste Wortende, damit kein Zeichen zerschnitten wird.</summary>
    private static int Grenze(string text, int stelle)
    {
        var leer = text.AsSpan(stelle).IndexOfAny(' ', '\n');
        return leer is >= 0 and < 200 ? stelle + leer : char.IsLowSurrogate(text[stelle]) ? stelle + 1 : stelle;
    }

    private static void Dazu(List<Textteil> teile, Textteilart art, string text)
    {
        if (text.Length > 0) teile.Add(new(art, text));
    }
}

using Portal.Grundbegriffe;

namespace Portal.Zugang;

/// <summary>Welches Kennwort gut genug ist: lang, keines der häufigsten, nichts aus Name oder Adresse. Zeichenarten werden nicht vorgeschrieben.</summary>
public static class Kennwortregeln
{
    public const int Mindestlaenge = 12;
    public const int Hoechstlaenge = 200;

    public const string Hinweis = "Mindestens 12 Zeichen. Gut sind mehrere Wörter, die nichts miteinander zu tun haben.";

    // Häufige Kennwörter ohne die Ziffern und Zeichen, die gern angehängt werden.
    private static readonly HashSet<string> s_haeufige =
    [
        "", "passwort", "passwortpasswort", "meinpasswort", "password", "passwordpassword", "mypassword", "kennwort", "kennwortkennwort", "meinkennwort", "geheim", "geheimgeheim",
        "geheimnis", "streng geheim", "strenggeheim", "qwert", "qwertz", "qwertzu", "qwertzui", "qwertzuio", "qwertzuiop", "qwertzuiopü", "qwertzuiopasdf", "qwertzuiopasdfghjkl",
        "qwertzqwertz", "qwerty", "qwertyuiop", "qwertyqwerty", "asdf", "asdfgh", "asdfghjkl", "asdfghjklö", "asdfasdfasdf", "yxcvbnm", "yxcvbnmasdf", "zxcvbnm", "1q2w3e4r5t6z",
        "1q2w3e4r5t6y", "1qay2wsx3edc", "q1w2e3r4t5z6", "hallo", "hallohallo", "hallowelt", "hallo welt", "helloworld", "hello", "schatz", "schatzi", "schatzschatz", "ichliebedich",
        "ich liebe dich", "iloveyou", "ilovelove", "willkommen", "welcome", "welcomewelcome", "letmein", "administrator", "admin", "adminadmin", "adminadminadmin", "master", "dragon",
        "sommer", "winter", "fruehling", "frühling", "herbst", "fussball", "fußball", "football", "baseball", "superman", "starwars", "monkey", "sunshine", "princess", "prinzessin",
        "sozialplanung", "portal", "musterstadt", "hansestadt", "test", "testtest", "testtesttest", "testpasswort", "changeme", "standard", "default", "abc", "abcdef", "abcdefg",
        "abcdefgh", "abcdefghi", "abcdefghij", "abcdefghijkl", "abcdefghijklm", "abcabcabcabc", "trustno", "computer", "internet", "michael", "daniel", "thomas", "andreas", "sabine",
        "deutschland", "hamburg", "berlin", "bayern", "bayernmuenchen", "werderbremen", "schalke", "borussia", "dortmund",
    ];

    /// <param name="angaben">Name und E-Mail-Adresse der Person; nichts davon darf im Kennwort stehen.</param>
    public static Auskunft DarfVerwenden(string kennwort, params IEnumerable<string> angaben) => Auskunft.Pruefe(
        (kennwort.Length >= Mindestlaenge, $"Das Kennwort braucht mindestens {Mindestlaenge} Zeichen."),
        (kennwort.Length <= Hoechstlaenge, $"Das Kennwort darf höchstens {Hoechstlaenge} Zeichen haben."),
        (!IstHaeufig(kennwort), "Dieses Kennwort gehört zu den häufigsten und ist leicht zu erraten. Bitte wählen Sie ein anderes."),
        (!Enthaelt(kennwort, angaben), "Das Kennwort darf weder Ihren Namen noch Ihre E-Mail-Adresse enthalten."));

    /// <inheritdoc cref="DarfVerwenden(string, IEnumerable{string})"/>
    public static Auskunft DarfVerwenden(string kennwort, Person person) => DarfVerwenden(kennwort, person.Vorname, person.Nachname, person.Email);

    private static bool IstHaeufig(string kennwort)
    {
        var klein = kennwort.Trim().ToLowerInvariant();
        return klein.Distinct().Count() < 5 || IstFolge(klein) || s_haeufige.Contains(klein) || s_haeufige.Contains(klein.Trim([.. "0123456789 !?.,;:_-+*#$%&/()=@\"'"]));
    }

    // „123456789012“, „abcdefghijkl“, „zyxwvutsrqpo“: jedes Zeichen folgt auf das vorige.
    private static bool IstFolge(string text) => Schritte(text).All(s => s is 1 or -9) || Schritte(text).All(s => s is -1 or 9);

    private static IEnumerable<int> Schritte(string text) => text.Zip(text.Skip(1), (a, b) => b - a);

    private static bool Enthaelt(string kennwort, IEnumerable<string> angaben) => angaben
        .SelectMany(a => a.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Any(teil => teil.Length >= 4 && kennwort.Contains(teil, StringComparison.OrdinalIgnoreCase));
}

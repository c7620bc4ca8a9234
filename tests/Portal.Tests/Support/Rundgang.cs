using System.Net;

namespace Portal.Tests.Support;

/// <summary>Geht jede Seite ab, die über Links oder bekannte Adressen zu erreichen ist.</summary>
public static class Rundgang
{
    private const int HoechstensSeiten = 600;
    private const int HoechstensJePfad = 5;

    /// <param name="client">Wer geht.</param>
    public static async Task<List<Seite>> GehenAsync(PortalFactory portal, PortalClient client)
    {
        var offen = new Queue<string>();
        var bekannt = new HashSet<string>(StringComparer.Ordinal);
        var jePfad = new Dictionary<string, int>();
        void Vormerken(string adresse)
        {
            adresse = adresse.Split('#')[0];
            var pfad = adresse.Split('?')[0];
            if (pfad.StartsWith("/lib/", StringComparison.Ordinal) || pfad.StartsWith("/css/", StringComparison.Ordinal) || pfad.StartsWith("/js/", StringComparison.Ordinal) || !bekannt.Add(adresse)) return;
            jePfad[pfad] = jePfad.GetValueOrDefault(pfad) + 1;
            if (jePfad[pfad] <= HoechstensJePfad) offen.Enqueue(adresse);
        }

        Vormerken("/");
        foreach (var route in Routen.Gelesene(portal))
        {
            Vormerken(await Routen.AdresseAsync(portal, route.Vorlage));
            foreach (var gegenstand in Gegenstaende(route.Vorlage)) Vormerken(await Routen.AdresseAsync(portal, route.Vorlage, gegenstand));
        }
        var seiten = new List<Seite>();
        while (offen.Count > 0 && seiten.Count < HoechstensSeiten)
        {
            var adresse = offen.Dequeue();
            var seite = await client.Seite(adresse, folgen: false);
            seiten.Add(seite);
            foreach (var link in seite.Alle("a[href], link[rel=alternate]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal)))
                Vormerken(link);
            if (seite.Antwort.Headers.Location is { } ziel && (int)seite.Status is >= 300 and < 400)
                Vormerken(new Uri(new Uri("http://localhost" + adresse), ziel).PathAndQuery);
        }
        return seiten;
    }

    private static string[] Gegenstaende(string vorlage) =>
        vorlage.StartsWith("/vorschlaege/{kennung}", StringComparison.Ordinal)
            ? vorlage.Contains("{zeile}", StringComparison.Ordinal) || vorlage.Contains("{kommentar}", StringComparison.Ordinal)
                ? [Gemeinde.Ferienwochen]
                : [Gemeinde.Anlaufstellen, Gemeinde.Sitzbaenke, Gemeinde.Ferienwochen, Gemeinde.Kurzzeitpflege, Gemeinde.Wohnungsboerse, Gemeinde.Tagespflege]
            : vorlage.StartsWith("/fachgruppen/{kennung}", StringComparison.Ordinal) && !vorlage.Contains("{nummer}", StringComparison.Ordinal)
                ? [Gemeinde.Kinderarmut, Gemeinde.Pflegebedarfsplanung, Gemeinde.SelbstbestimmtWohnen]
            : vorlage.StartsWith("/konferenz/geschaeftsordnung/{kennung}", StringComparison.Ordinal) ? ["2"]
            : vorlage.StartsWith("/konferenz/abstimmungen/{kennung}", StringComparison.Ordinal) && !vorlage.Contains("{sitz}", StringComparison.Ordinal)
                ? [Gemeinde.AbstimmungMitPapier, Gemeinde.VorbereiteteAbstimmung, Gemeinde.GeschlosseneAbstimmung, Gemeinde.GeheimeAbstimmung]
            : vorlage.StartsWith("/priorisierungen/{kennung}", StringComparison.Ordinal) ? [Gemeinde.GeschlosseneRunde]
            : vorlage.StartsWith("/sondervoten/{kennung}", StringComparison.Ordinal) ? [Gemeinde.AbstimmungMitSondervotum]
            : vorlage.StartsWith("/konferenz/sitze/{kennung}", StringComparison.Ordinal) ? [Gemeinde.RuhenderSitz]
            : [];

    /// <summary>Alle, die das Portal verschieden sehen; leer ist die Öffentlichkeit.</summary>
    public static IReadOnlyList<string> Blicke { get; } =
        ["", Gemeinde.Mitglied, Gemeinde.FremdesMitglied, Gemeinde.Sprecherin, Gemeinde.Konferenzmitglied, Gemeinde.Datenverantwortliche, Gemeinde.Geschaeftsfuehrung, Gemeinde.Administration];

    public static Task<PortalClient> AlsAsync(PortalFactory portal, string email) =>
        email.Length == 0 ? Task.FromResult(portal.Oeffentlichkeit()) : portal.AngemeldetAls(email);

    public static bool IstFehler(Seite seite) => seite.Status >= HttpStatusCode.InternalServerError;
}

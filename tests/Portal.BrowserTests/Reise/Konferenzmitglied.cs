using Microsoft.Playwright;

namespace Portal.BrowserTests.Reise;

/// <summary>Was jemand mit einem Sitz in der Konferenz tut: bewerten, befangen sein, übergeben, abgeben, abstimmen.</summary>
public sealed class Konferenzmitglied(Hand hand, string email, string sitz)
{
    private static readonly string[] s_kriterien = ["wirkung", "dringlichkeit", "umsetzbarkeit", "kosten-nutzen", "sozialraumbezug"];

    public string Sitz => sitz;

    public Task AnmeldenAsync() => hand.AnmeldenAsync(email + "@musterstadt.example");

    /// <param name="punkte">Je Vorschlag der Runde die Punkte für alle Kriterien; leer heißt befangen.</param>
    public async Task BewertenUndAbgebenAsync(string runde, params string[] punkte)
    {
        await hand.GehenAsync($"{runde}/boegen/{sitz}");
        await hand.LinkAsync("Mit dem ersten Vorschlag beginnen");
        foreach (var (stelle, gegeben) in punkte.Index())
        {
            if (gegeben.Length == 0) await BefangenAsync();
            foreach (var kriterium in gegeben.Length == 0 ? [] : s_kriterien)
            {
                await hand.AnkreuzenAsync(hand.Seite.Locator($"input[name='Punkte[{kriterium}]'][value='{gegeben}']"));
                if (gegeben is "0" or "4") await hand.SchreibenAsync(hand.Seite.Locator($"[name='Gruende[{kriterium}]']"), "Das zeigen die Zahlen im Vorschlag.");
            }
            await hand.KnopfAsync(stelle == punkte.Length - 1 ? "Speichern und zum Überblick" : "Speichern und weiter");
        }
        await hand.KnopfAsync("Bogen abgeben");
        await hand.LesenAsync("ist abgegeben");
    }

    /// <summary>Von da an handelt in dieser Runde die Stellvertretung.</summary>
    public async Task UebergebenAsync(string runde)
    {
        await hand.GehenAsync($"{runde}/boegen/{sitz}/vertretung");
        await hand.KnopfAsync("Sitz übergeben");
    }

    public async Task StimmenAsync(string abstimmung, string stimme)
    {
        await hand.GehenAsync(abstimmung);
        await hand.LesenAsync("Die Prioritätenliste");
        await hand.LinkAsync("Abstimmen");
        await hand.AnkreuzenAsync(hand.Seite.Locator($"input[name=Stimme][value={stimme}]"));
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[type=checkbox][name=Bestaetigt]"));
        await hand.KnopfAsync("Stimme abgeben");
    }

    private async Task BefangenAsync()
    {
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[name=Befangen][type=checkbox]"));
        await hand.SchreibenAsync(hand.Seite.Locator("[name=Befangenheitsgrund]"), "Ich sitze im Vorstand des Trägers.");
    }
}

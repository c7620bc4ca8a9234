using Microsoft.Playwright;
using Portal.Grundbegriffe;

namespace Portal.BrowserTests.Reise;

/// <summary>Was die Geschäftsführung in einer Priorisierungsrunde tut: einrichten, eröffnen, Papier eintragen, schließen, abstimmen lassen.</summary>
public sealed class Rundenfuehrung(Hand hand)
{
    private static readonly string[] s_kriterien = ["wirkung", "dringlichkeit", "umsetzbarkeit", "kosten-nutzen", "sozialraumbezug"];

    /// <returns>Die Adresse der eröffneten Runde.</returns>
    public async Task<string> EinrichtenUndEroeffnenAsync(string titel, IReadOnlyList<string> vorschlaege)
    {
        await hand.GehenAsync("/priorisierungen/neu");
        await hand.SchreibenAsync("Titel", titel);
        await hand.KnopfAsync("Anlegen");
        await MitternachtAbwartenAsync();
        await hand.TagAsync("VonTag", Ortszeit.Datum(DateTime.UtcNow));
        await hand.UhrzeitAsync("VonUhr", "00:00");
        foreach (var vorschlag in vorschlaege) await hand.AnkreuzenAsync(hand.Seite.GetByRole(AriaRole.Checkbox, new() { Name = vorschlag }));
        await hand.KnopfAsync("Speichern");
        await hand.LesenAsync("Alles ist beisammen.");
        var runde = new Uri(hand.Seite.Url).AbsolutePath;
        await hand.LinkAsync("Eröffnen");
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[type=checkbox][name=Bestaetigt]"));
        await hand.KnopfAsync("Jetzt eröffnen");
        await hand.LesenAsync("Die Runde ist eröffnet.");
        return runde;
    }

    /// <summary>Was kurz vor Mitternacht heute beginnen soll, läge beim Speichern schon in der Vergangenheit.</summary>
    private static async Task MitternachtAbwartenAsync()
    {
        var jetzt = DateTime.UtcNow;
        var bald = Ortszeit.Datum(jetzt.AddMinutes(4));
        if (bald > Ortszeit.Datum(jetzt)) await Task.Delay(Ortszeit.Utc(bald, TimeOnly.MinValue)!.Value - jetzt + TimeSpan.FromSeconds(1));
    }

    /// <summary>Trägt für jeden Vorschlag dieselben Punkte vom Papier ein.</summary>
    public async Task PapierEintragenAsync(string runde, string sitz, string punkte)
    {
        await hand.GehenAsync($"{runde}/papier/{sitz}");
        foreach (var kriterium in s_kriterien)
            foreach (var feld in await hand.Seite.Locator($"select[name$='.Punkte[{kriterium}]']").AllAsync()) await hand.WaehlenAsync(feld, punkte);
        await hand.KnopfAsync("Eintragen");
        await hand.LesenAsync("Er zählt, sobald eine zweite Person ihn bestätigt.");
    }

    public async Task SchliessenAsync(string runde)
    {
        await hand.GehenAsync(runde);
        await hand.LinkAsync("Vor der Zeit schließen");
        await hand.SchreibenAsync("Grund", "Alle acht Bögen sind da.");
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[type=checkbox][name=Bestaetigt]"));
        await hand.KnopfAsync("Jetzt schließen");
        await hand.LesenAsync("das Ergebnis steht fest");
    }

    /// <returns>Die Adresse der eröffneten Abstimmung über die Prioritätenliste.</returns>
    public async Task<string> AbstimmungEroeffnenAsync(string runde)
    {
        await hand.GehenAsync($"{runde}/ergebnis");
        await hand.LinkAsync("Abstimmung vorbereiten");
        await hand.WaehlenAsync(hand.Seite.Locator("select[name=Art]"), "Offen");
        await hand.KnopfAsync("Vorbereiten");
        var abstimmung = new Uri(hand.Seite.Url).AbsolutePath;
        await hand.LinkAsync("Eröffnen");
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[type=checkbox][name=Bestaetigt]"));
        await hand.KnopfAsync("Abstimmung eröffnen");
        return abstimmung;
    }

    public async Task AbstimmungSchliessenAsync(string abstimmung)
    {
        await hand.GehenAsync($"{abstimmung}/schliessung");
        await hand.AnkreuzenAsync(hand.Seite.Locator("input[type=checkbox][name=Bestaetigt]"));
        await hand.KnopfAsync("Schließen und auszählen");
        await hand.LesenAsync("Ergebnis: angenommen");
    }
}

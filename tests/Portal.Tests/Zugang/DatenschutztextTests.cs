using System.Text.RegularExpressions;
using Portal.Platform.Jobs;
using Portal.Stammdaten.Seiten;
using Portal.Tests.Support;

namespace Portal.Tests.Zugang;

/// <summary>Die Texte zum Datenschutz nennen jeden Keks und jeden Speicher mit Namen, und keinen, den es nicht gibt.</summary>
public sealed partial class DatenschutztextTests(Zugangsportal portal) : IClassFixture<Zugangsportal>
{
    public static TheoryData<string> Texte => new(Portalseiten.Finden("datenschutz")!.Markdown, Quelltext.Lesen("src/Portal/Musterstadt/Texte/datenschutz.md"));

    [Theory]
    [MemberData(nameof(Texte))]
    public async Task Jeder_Keks_steht_mit_Namen_und_Dauer_in_der_Erklaerung(string text)
    {
        var gesetzt = new SortedSet<string>(StringComparer.Ordinal);
        var schluessel = await MitZweitemFaktorAsync(Gemeinde.Sprecherin, gesetzt);
        try
        {
            using var zweiterSchritt = portal.Oeffentlichkeit();
            await zweiterSchritt.Anmelden(Gemeinde.Sprecherin);
            gesetzt.UnionWith(zweiterSchritt.GesetzteKekse);
            using var passkey = portal.Oeffentlichkeit();
            await passkey.Senden("/anmeldung/passkey/aufgabe");
            Assert.NotEmpty(passkey.GesetzteKekse);
            gesetzt.UnionWith(passkey.GesetzteKekse);
        }
        finally
        {
            await portal.ZuruecksetzenAsync();
        }

        Assert.NotEmpty(schluessel);
        Assert.Equal(["Identity.TwoFactorUserId", "portal", "portal-formular", "portal-meldung"], gesetzt);
        Assert.Equal(gesetzt, Genannt(text).Where(n => n is not ("portal-thema" or "schreiben:")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Texte))]
    public void Was_die_Skripte_auf_dem_Geraet_behalten_steht_mit_Namen_in_der_Erklaerung(string text)
    {
        var skripte = Quelltext.Dateien("wwwroot-assets", "*.js").Select(d => (Datei: d, Text: Quelltext.Lesen(d))).Where(s => Speicher().IsMatch(s.Text)).ToList();
        var namen = skripte.SelectMany(s => Schluessel().Matches(s.Text).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.Equal(["wwwroot-assets/js/schreiben/store.js", "wwwroot-assets/js/thema.js"], skripte.Select(s => s.Datei).Order(StringComparer.Ordinal));
        Assert.Equal(2, namen.Count);
        Assert.All(namen, name => Assert.Contains(name, Genannt(text)));
    }

    [Theory]
    [MemberData(nameof(Texte))]
    public void Jede_Frist_in_der_Erklaerung_ist_die_nach_der_geloescht_wird(string text)
    {
        var fristen = new RetentionSettings();
        foreach (var zeile in new[]
        {
            $"abgelaufen sind | {fristen.EinladungenMonate} Monate danach |", $"| {fristen.BeitrittsanfragenMonate} Monate nach der Entscheidung |", $"| {fristen.BarrieremeldungenMonate} Monate nach der Antwort |",
            $"verschickt hat oder nicht zustellen konnte | {fristen.GesendeteMailsTage} Tage |", "eingeladen werden sollen | ein Tag |",
        })
            Assert.Contains(zeile, text, StringComparison.Ordinal);
        Assert.Equal((fristen.GesendeteMailsTage, 1), (fristen.GescheiterteMailsTage, fristen.PersonenlistenTage));
    }

    /// <returns>Der Schlüssel der App; unterwegs kommt auch eine Meldung vor.</returns>
    private async Task<string> MitZweitemFaktorAsync(string email, SortedSet<string> gesetzt)
    {
        using var wer = portal.Oeffentlichkeit();
        await wer.Anmelden(email);
        await wer.Abschicken("/konto/angaben", new Dictionary<string, string> { ["Organisation"] = "Nachbarschaftshaus" });
        var einrichtung = await wer.Abschicken("/konto/zweiter-faktor");
        var schluessel = einrichtung.Finde("main code").TextContent;
        await wer.Abschicken(einrichtung, Felder.Mit(("Code", portal.Einmalcode(schluessel))));
        gesetzt.UnionWith(wer.GesetzteKekse);
        return schluessel;
    }

    private static IEnumerable<string> Genannt(string text) => Name().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^\s*- `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"localStorage|sessionStorage|indexedDB|document\.cookie")]
    private static partial Regex Speicher();

    [GeneratedRegex(@"(?:key|prefix) = ['`]([a-z-]+:?)")]
    private static partial Regex Schluessel();
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Die Themen folgen dem Planungskreislauf: jedes kennt nur frühere.</summary>
public sealed partial class SchichtenTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] s_reihenfolge =
    [
        "Grundbegriffe", "Zugang", "Stammdaten", "Fachgruppen", "Konferenzen", "Vorschlaege", "Buendelungen", "Priorisierungen", "Sondervoten", "Beschluesse", "Wirkungskontrolle",
        "Sozialmonitoring", "Sozialkonzepte", "Dokumente", "Kalender", "Erinnerungen", "Verlauf", "Archiv", "Suche", "Startseite", "Verwaltung", "Musterstadt",
    ];

    [Fact]
    public void Jedes_Thema_steht_in_der_Reihenfolge()
    {
        var ordner = Directory.GetDirectories(Quelltext.Pfad("src/Portal")).Select(d => Path.GetFileName(d)!).Except(["Platform", "bin", "obj", "Properties"]);
        Befund.Leer(ordner.Except(s_reihenfolge));
    }

    [Fact]
    public void Ein_Thema_verwendet_nur_fruehere_Themen()
    {
        var verstoesse = new List<string>();
        foreach (var datei in Quelltext.Dateien("src/Portal", "*.cs").Where(d => !d.StartsWith("src/Portal/Platform/", StringComparison.Ordinal)))
        {
            var thema = Rang(datei.Split('/')[2]);
            if (thema < 0) continue;
            verstoesse.AddRange(Verwendet().Matches(Quelltext.Lesen(datei))
                .Where(v => Rang(v.Groups[1].Value) > thema)
                .Select(v => $"{datei}: {v.Value.Trim()}"));
        }
        Befund.Leer(verstoesse);
    }

    [Fact]
    public async Task Dinge_und_Regeln_kennen_weder_die_Webseite_noch_die_Datenbank()
    {
        var dinge = await portal.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType)
            .Where(t => t.Namespace is { } n && n.StartsWith("Portal.", StringComparison.Ordinal) && !n.StartsWith("Portal.Platform", StringComparison.Ordinal))
            .Select(t => t.Name).Distinct().ToList()));
        var dateien = Quelltext.Dateien("src/Portal", "*.cs").Where(d => !d.Contains("/Platform/", StringComparison.Ordinal)
            && (d.EndsWith("regeln.cs", StringComparison.Ordinal) || dinge.Contains(Path.GetFileName(d).Split('.')[0])));
        // Konto ist der eine Typ, den Identity kennt.
        var verstoesse = dateien.Where(d => !d.EndsWith("/Konto.cs", StringComparison.Ordinal) && Technik().IsMatch(Quelltext.Lesen(d))).ToList();

        Assert.True(dinge.Count > 10);
        Befund.Leer(verstoesse);
    }

    [Fact]
    public void Kein_Ordner_heisst_wie_eine_Ablage_fuer_alles()
    {
        string[] verboten = ["Services", "Repositories", "Managers", "Helpers", "Dtos", "Common", "Utils"];
        Befund.Leer(Directory.EnumerateDirectories(Quelltext.Pfad("src"), "*", SearchOption.AllDirectories).Where(d => verboten.Contains(Path.GetFileName(d))));
    }

    [Fact]
    public void Eine_Steuerung_bleibt_klein()
    {
        var zuLang = Quelltext.Dateien("src/Portal", "*Controller.cs").Select(d => (Datei: d, Zeilen: Quelltext.Lesen(d).Split('\n').Length)).Where(d => d.Zeilen > 170);
        Befund.Leer(zuLang);
    }

    // Zugang und Stammdaten sind die zwei Hälften des Fundaments: wer handelt, und für welche Gemeinde.
    private static int Rang(string thema) => Array.IndexOf(s_reihenfolge, thema == "Stammdaten" ? "Zugang" : thema);

    [GeneratedRegex(@"^using (?:static )?Portal\.([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex Verwendet();

    [GeneratedRegex(@"^using (Microsoft\.(AspNetCore|EntityFrameworkCore)|Portal\.Platform)", RegexOptions.Multiline)]
    private static partial Regex Technik();
}

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Tests.Support;

namespace Portal.Tests.Waechter;

/// <summary>Was von anderen kommt, ist festgelegt und unverändert; was an den Browser geht, kommt nur von hier.</summary>
public sealed partial class HerkunftTests
{
    [Fact]
    public void Die_mitgelieferten_Dateien_sind_unveraendert()
    {
        var summen = Quelltext.Lesen("wwwroot-assets/lib/SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(z => z.Split("  ", 2)).ToDictionary(z => z[1], z => z[0]);
        var dateien = Quelltext.Dateien("wwwroot-assets/lib", "*").Select(d => d["wwwroot-assets/lib/".Length..]).Where(d => d != "SHA256SUMS").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(summen.Keys.Order(StringComparer.Ordinal), dateien);
        Assert.All(dateien, d => Assert.Equal(summen[d], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Quelltext.Pfad("wwwroot-assets/lib/" + d))))));
    }

    [Fact]
    public void Jede_Fremdbibliothek_hat_genau_eine_feste_Version()
    {
        foreach (var projekt in Quelltext.Dateien(".", "*.csproj"))
            Befund.Leer(XDocument.Load(Quelltext.Pfad(projekt)).Descendants("PackageReference").Where(p => p.Attribute("Version") is not null).Select(p => $"{projekt}: {p}"));
        var versionen = XDocument.Load(Quelltext.Pfad("src/Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versionen);
        Befund.Leer(versionen.Where(v => !FesteVersion().IsMatch(v.Attribute("Version")!.Value)).Select(v => v.ToString()));

        using var npm = JsonDocument.Parse(Quelltext.Lesen("wwwroot-assets/package.json"));
        foreach (var art in (string[])["dependencies", "devDependencies"])
            if (npm.RootElement.TryGetProperty(art, out var pakete))
                Befund.Leer(pakete.EnumerateObject().Where(p => !FesteVersion().IsMatch(p.Value.GetString()!)).Select(p => p.Name));
        using var werkzeuge = JsonDocument.Parse(Quelltext.Lesen(".config/dotnet-tools.json"));
        Befund.Leer(werkzeuge.RootElement.GetProperty("tools").EnumerateObject().Where(t => !FesteVersion().IsMatch(t.Value.GetProperty("version").GetString()!)).Select(t => t.Name));
    }

    [Fact]
    public void Keine_Seite_laedt_etwas_von_anderswo()
    {
        var verstoesse = Quelltext.Dateien("src/Portal", "*.cshtml").Where(d => LadendesElement().IsMatch(Quelltext.Lesen(d)))
            .Concat(Quelltext.Dateien("wwwroot-assets", "*.css").Where(d => LadendesCss().IsMatch(Quelltext.Lesen(d))))
            .Concat(Quelltext.Dateien("wwwroot-assets/js", "*.js").Where(d => LadendesSkript().IsMatch(Quelltext.Lesen(d))));
        Befund.Leer(verstoesse);
    }

    [Fact]
    public void Keine_Ansicht_hat_Gestaltung_oder_Skript_im_Quelltext()
    {
        var verstoesse = from datei in Quelltext.Dateien("src/Portal", "*.cshtml")
                         from treffer in ImQuelltext().Matches(Quelltext.Lesen(datei))
                         select $"{datei}: {treffer.Value}";
        Befund.Leer(verstoesse);
    }

    [Fact]
    public void Jede_Seite_nennt_ihren_Titel()
    {
        // Eine Ansicht mit Hauptüberschrift ist eine Seite; Teile von Seiten haben keine.
        var ohne = Quelltext.Dateien("src/Portal", "*.cshtml").Where(d => Quelltext.Lesen(d).Contains("<h1", StringComparison.Ordinal))
            .Where(d => !Quelltext.Lesen(d).Contains("ViewData[\"Titel\"]", StringComparison.Ordinal) && !Quelltext.Lesen(d).Contains("Layout = null", StringComparison.Ordinal));
        Befund.Leer(ohne);
    }

    [GeneratedRegex(@"^\d+(\.\d+)+$")]
    private static partial Regex FesteVersion();

    [GeneratedRegex("""<(script|link|img|iframe|source|video|audio|embed|object)\b[^>]*(src|href|data)\s*=\s*["'](https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex LadendesElement();

    [GeneratedRegex("""(url\(\s*["']?|@import\s+["'])(https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex LadendesCss();

    [GeneratedRegex("""(from|import\(?|fetch\(|\.src\s*=)\s*["'`](https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex LadendesSkript();

    [GeneratedRegex("""\sstyle\s*=\s*["']|<style\b|<script(?![^>]*\bsrc\s*=)[^>]*>|<[a-z][^>]*\son[a-z]+\s*=\s*["']|href\s*=\s*["']javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex ImQuelltext();
}

using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Tests.Vorschlaege;

public class EinreichungsfristTests
{
    [Theory]
    // Winterzeit (UTC+1), Sommerzeit (UTC+2), und die Tage, an denen die Uhr umgestellt wird.
    [InlineData("2026-12-01", "2026-12-01T22:59:59Z", true)]
    [InlineData("2026-12-01", "2026-12-01T23:00:00Z", false)]
    [InlineData("2026-07-01", "2026-07-01T21:59:59Z", true)]
    [InlineData("2026-07-01", "2026-07-01T22:00:00Z", false)]
    [InlineData("2026-03-28", "2026-03-28T22:59:59Z", true)]
    [InlineData("2026-03-28", "2026-03-28T23:00:00Z", false)]
    [InlineData("2026-03-29", "2026-03-29T21:59:59Z", true)]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z", false)]
    [InlineData("2026-10-24", "2026-10-24T21:59:59Z", true)]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z", false)]
    [InlineData("2026-10-25", "2026-10-25T22:59:59Z", true)]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z", false)]
    public void Die_Frist_endet_um_24_Uhr_Ortszeit_auf_die_Sekunde(string tag, string augenblick, bool rechtzeitig)
    {
        var jetzt = DateTimeOffset.Parse(augenblick, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        var auskunft = Vorschlagsregeln.DarfEinreichen(Entwurf(), [], new Frist(DateOnly.Parse(tag, System.Globalization.CultureInfo.InvariantCulture)), Sprecherin, jetzt);

        Assert.Equal(rechtzeitig, auskunft.Erlaubt);
        if (!rechtzeitig) Assert.StartsWith("Die Einreichungsfrist endete am", auskunft.Einwand, StringComparison.Ordinal);
    }

    [Fact]
    public void Alle_Gruende_stehen_nebeneinander()
    {
        var mitglied = new Akteur(2, "Mit Glied", [], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Mitglied });
        var auskunft = Vorschlagsregeln.DarfEinreichen(Entwurf(), [new("a", "x"), new("b", "y")], new Frist(new(2025, 1, 1)), mitglied, new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["Einreichen können die Sprecher:innen der Gruppe.", "Die Einreichungsfrist endete am 1. Januar 2025.", "Es fehlen noch 2 Angaben."], auskunft.Einwaende);
    }

    private static Akteur Sprecherin { get; } = new(1, "Spre Cherin", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle> { [0] = Mitgliedsrolle.Sprecher });

    private static Vorschlag Entwurf()
    {
        var vorher = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var gruppe = new Fachgruppe("Gruppe", Weg.Fachgruppe, Sprecherin, vorher, new(2025, 1, 1), "Probe");
        foreach (var schritt in new[] { Fachgruppenzustand.Beraten, Fachgruppenzustand.InGruendung, Fachgruppenzustand.Aktiv }) gruppe.Weiterfuehren(schritt, Sprecherin, vorher, new(2025, 1, 1), "Probe");
        return new Vorschlag("2026-1", gruppe, "Titel", Sprecherin, vorher);
    }
}

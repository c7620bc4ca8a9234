using Microsoft.EntityFrameworkCore;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Musterstadt;

/// <summary>Die Vorführung beginnt an dem Tag, an dem jemand sie startet: an jedem Wochentag, zu jeder Stunde, auch um den Jahreswechsel.</summary>
public sealed class AnJedemTagTests(LeeresPortal portal) : IClassFixture<LeeresPortal>
{
    private static readonly string[] s_tage =
    [
        "2026-11-23T06:10Z", "2026-11-24T12:00Z", "2026-11-25T20:00Z", "2026-11-26T18:47Z", "2026-11-27T09:00Z", "2026-11-28T01:59Z", "2026-11-29T23:30Z", "2027-01-01T00:05Z",
    ];

    /// <summary>Was vom Tag abhängt, hängt nicht von der Datenbank ab: Auf PostgreSQL genügen zwei.</summary>
    public static TheoryData<string> Tage => Datenbank.IstPostgres ? [s_tage[0], s_tage[^1]] : [.. s_tage];

    [Theory]
    [MemberData(nameof(Tage))]
    public async Task Musterstadt_laesst_sich_fuellen_und_jede_Tat_folgt_auf_die_die_sie_braucht(string beginn)
    {
        var jetzt = DateTime.Parse(beginn, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        await portal.ZuruecksetzenAsync();

        Assert.True(await portal.Db(db => Mustergemeinde.FuellenAsync(db, jetzt)));

        var (ereignisse, boegen, runden) = await portal.Db(async db => (await db.Ereignisse.Where(e => e.Art != "person.rollen").OrderBy(e => e.Id).Select(e => e.Zeitpunkt).ToListAsync(),
            await db.Bewertungsboegen.Where(b => b.AbgegebenAm != null).Select(b => new { b.AbgegebenAm, b.Runde.EroeffnetAm }).ToListAsync(), await db.Priorisierungsrunden.CountAsync()));
        Assert.True(ereignisse.SequenceEqual(ereignisse.Order()), "Der Verlauf springt in der Zeit.");
        Assert.All(ereignisse, zeitpunkt => Assert.True(zeitpunkt < jetzt));
        Assert.All(boegen, b => Assert.True(b.AbgegebenAm > b.EroeffnetAm));
        Assert.Equal(3, runden);
    }
}

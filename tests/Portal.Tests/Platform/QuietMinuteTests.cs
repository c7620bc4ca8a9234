using Microsoft.Extensions.Logging.Abstractions;
using Portal.Platform.Jobs;

namespace Portal.Tests.Platform;

/// <summary>Gegeben wird, was bis zu jedem Blick auf die Uhr an Speicher angefordert war, in MB; gefragt, bei welchem Blick zurückgegeben wird.</summary>
public class QuietMinuteTests
{
    [Theory]
    [InlineData("nach dem Andrang, einmal", "20 400 800 801 802 803", "801")]
    [InlineData("solange jemand arbeitet, nicht", "20 80 140 200 260", "")]
    [InlineData("was die Aufgaben von selbst brauchen, zählt nicht", "60 61 62 63 64", "61")]
    [InlineData("ein paar Seiten lohnen nicht", "60 61 80 81 100 101", "61")]
    [InlineData("ein paar und noch ein paar lohnen", "60 61 80 81 100 101 120 121", "61 121")]
    public void Zurueckgegeben_wird_wenn_niemand_da_ist(string wann, string angefordert, string erwartet)
    {
        using var quiet = new QuietMinute(TimeProvider.System, [], NullLogger<QuietMinute>.Instance);

        var zurueckgegeben = angefordert.Split(' ').Where(mb => quiet.IsTime(long.Parse(mb) * 1_000_000));

        Assert.True(erwartet == string.Join(' ', zurueckgegeben), wann);
    }
}

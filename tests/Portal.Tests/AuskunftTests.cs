using Portal.Grundbegriffe;

namespace Portal.Tests;

public class AuskunftTests
{
    [Fact]
    public void Nennt_alle_Gruende_in_der_Reihenfolge_der_Regel()
    {
        var auskunft = Auskunft.Pruefe((true, "a"), (false, "b"), (false, "c"));

        Assert.False(auskunft.Erlaubt);
        Assert.Equal(["b", "c"], auskunft.Einwaende);
        Assert.Equal("b", Assert.Throws<RegelVerletzt>(auskunft.Verlangen).Message);
    }
}

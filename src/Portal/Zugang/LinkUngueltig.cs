using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Zugang;

/// <summary>Ein geheimer Link, der nicht (mehr) gilt: mit Grund und dem Weg, der weiterhilft.</summary>
public sealed record LinkUngueltig(string Titel, string Satz, string WeiterAdresse, string WeiterWorte)
{
    /// <summary>404, wenn es den Link nie gab; 410, wenn er nicht mehr gilt.</summary>
    public ViewResult Zeigen(Controller controller, int status)
    {
        var seite = controller.View("LinkUngueltig", this);
        seite.StatusCode = status;
        return seite;
    }
}

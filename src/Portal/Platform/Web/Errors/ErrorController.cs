using Microsoft.AspNetCore.Mvc;

namespace Portal.Platform.Web.Errors;

/// <summary>The pages for 400, 403, 404, 409, 413 and 429: what happened, what to do, and a reference number for the log. Faults of the program: see <see cref="FaultPage"/>.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller
{
    [Route("/fehler/{code:int}")]
    [ResponseCache(NoStore = true)]
    public IActionResult Show(int code) => new ViewResult
    {
        ViewName = "Error",
        StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound,
        ViewData = new(new Microsoft.AspNetCore.Mvc.ModelBinding.EmptyModelMetadataProvider(), ModelState)
        {
            Model = new ErrorPage(code, HttpContext.Reference()),
        },
    };
}

public sealed record ErrorPage(int Code, string Reference)
{
    public string Title => Code switch
    {
        400 => "Die Anfrage war unvollständig",
        403 => "Diese Seite ist nicht für Sie bestimmt",
        404 => "Diese Seite gibt es nicht",
        409 => "Jemand war schneller",
        413 => "Das ist zu groß",
        429 => "Zu viele Versuche",
        503 => "Das Portal kommt gerade nicht an seine Daten",
        >= 400 and < 500 => "Das geht so nicht",
        _ => "Das Portal hat einen Fehler gemacht",
    };

    public string Advice => Code switch
    {
        400 => "Laden Sie die Seite neu und senden Sie das Formular noch einmal. Wenn das nicht hilft, melden Sie sich ab und wieder an.",
        403 => "Ihnen fehlt das Recht dazu. Wenn Sie es brauchen, wenden Sie sich an die Geschäftsführung der Sozialplanung.",
        404 => "Vielleicht wurde sie verschoben, oder sie ist nur für Angemeldete oder für eine andere Gruppe da. Prüfen Sie die Adresse, melden Sie sich an, oder gehen Sie zur Startseite.",
        409 => "Laden Sie die Seite neu, vergleichen Sie und speichern Sie dann noch einmal.",
        413 => "Was Sie gesendet haben, ist größer als erlaubt. Teilen Sie es bitte auf.",
        429 => "Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.",
        503 => "Die Datenbank ist nicht erreichbar oder kann nicht schreiben. Was Sie zuletzt gespeichert haben, ist noch da. Versuchen Sie es in einer Minute noch einmal; was Sie gerade geschrieben haben, holen Sie mit „Zurück“ in Ihrem Browser wieder.",
        >= 400 and < 500 => "Die Adresse gibt es, aber nicht auf diese Weise. Gehen Sie zurück und versuchen Sie es über die Seite selbst.",
        _ => "Es liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal. Was Sie zuletzt gespeichert haben, ist noch da.",
    };
}

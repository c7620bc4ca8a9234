using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Zugang.Anmeldung;

namespace Portal.Platform.Web.Errors;

/// <summary>The pages for 400, 401, 403, 404, 409, 413 and 429: what happened, what to do, and a reference number for the log. Faults of the program: see <see cref="FaultPage"/>.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorController(IModelMetadataProvider shapes) : Controller
{
    [Route("/fehler/{code:int}")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(int code) => await WithWhatWasTypedAsync(code) ?? Page("Error", code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound, new ErrorPage(code, HttpContext.Reference()));

    /// <summary>A form that came too late for its session (401) or its token (400) loses nothing: see <see cref="KeptForm"/>.</summary>
    private async Task<IActionResult?> WithWhatWasTypedAsync(int code)
    {
        if (code is not (400 or 401) || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null || await KeptForm.FromAsync(HttpContext) is not { } kept) return null;
        if (code == 401) return Page("/Zugang/Anmeldung/Anmeldung.cshtml", code, new AnmeldungForm { Zurueck = Before(), Behalten = kept.Seal(HttpContext) });
        return kept.IsBySamePerson(HttpContext) && !await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext) ? Page("Eingaben", code, kept) : null;
    }

    /// <summary>The page on which the form stood.</summary>
    private string Before() => Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value ? page.PathAndQuery : "/";

    private ViewResult Page(string view, int code, object model) => new()
    {
        ViewName = view,
        StatusCode = code,
        ViewData = new(shapes, new ModelStateDictionary()) { Model = model },
    };
}

public sealed record ErrorPage(int Code, string Reference)
{
    public string Title => Code switch
    {
        400 => "Die Anfrage war unvollständig",
        401 => "Bitte melden Sie sich an",
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
        401 => "Diese Seite ist nur für Angemeldete da. Melden Sie sich an und versuchen Sie es dann noch einmal.",
        403 => "Ihnen fehlt das Recht dazu. Wenn Sie es brauchen, wenden Sie sich an die Geschäftsführung der Sozialplanung.",
        404 => "Vielleicht wurde sie verschoben, oder sie ist nur für Angemeldete oder für eine andere Gruppe da. Prüfen Sie die Adresse. Falls Sie noch nicht angemeldet sind, melden Sie sich an.",
        409 => "Öffnen Sie die Seite neu, vergleichen Sie und speichern Sie dann noch einmal.",
        413 => "Was Sie gesendet haben, ist größer als erlaubt. Teilen Sie es bitte auf.",
        429 => "Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.",
        503 => "Die Datenbank ist nicht erreichbar oder kann nicht schreiben. Was Sie zuletzt gespeichert haben, ist noch da. Versuchen Sie es in einer Minute noch einmal.",
        >= 400 and < 500 => "Die Adresse gibt es, aber nicht auf diese Weise. Gehen Sie zurück und versuchen Sie es über die Seite selbst.",
        _ => "Es liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal. Was Sie zuletzt gespeichert haben, ist noch da.",
    };
}

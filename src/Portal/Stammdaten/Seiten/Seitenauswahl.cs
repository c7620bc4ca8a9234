using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Markdown;

namespace Portal.Stammdaten.Seiten;

/// <summary>Der Text einer Seite, wie er zu lesen ist.</summary>
/// <param name="IstVorgabe">Die Gemeinde hat noch keinen eigenen Text geschrieben.</param>
public sealed record Lesetext(string Titel, string Html, bool IstVorgabe);

public static class Seitenauswahl
{
    extension(PortalDb db)
    {
        /// <summary>Der eigene Text der Gemeinde oder, solange er fehlt oder leer ist, die Vorgabe: nie eine leere Seite.</summary>
        public async Task<Lesetext> LesetextAsync(Seitenvorgabe vorgabe) =>
            await db.Seitentexte.AsNoTracking().FirstOrDefaultAsync(s => s.Seite == vorgabe.Schluessel) is { Html.Length: > 0 } text
                ? new(text.Titel, text.Html, false) : new(vorgabe.Titel, MarkdownRenderer.ToHtml(vorgabe.Markdown, 2), true);
    }
}

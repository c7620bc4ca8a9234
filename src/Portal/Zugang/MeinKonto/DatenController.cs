using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Zugang.MeinKonto;

/// <summary>„Meine Daten“: sehen und mitnehmen, was über mich gespeichert ist.</summary>
[Authorize]
[Route("/konto/daten")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DatenController(PortalDb db, TimeProvider uhr) : PortalController(db, uhr)
{
    private const string Begleitzettel = """
        Das ist alles, was das Online-Portal Sozialplanung über Sie gespeichert hat.
        Jede Datei ist eine Tabelle im Format JSON. Zeiten sind in UTC angegeben.
        Kennwörter, Schlüssel und geheime Links sind nicht enthalten: Sie sind nur als Abdruck gespeichert.
        Wo Sie etwas an den Einträgen anderer getan haben (zum Beispiel über eine Anfrage entschieden), stehen nur Nummer und Zeit.
        """;

    private static readonly JsonSerializerOptions s_lesbar = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    [HttpGet]
    public async Task<IActionResult> Zeigen()
    {
        var konto = await Db.KontoVonAsync(Wer);
        return View("Daten", new Datenseite(konto, await new PersonalData(Db).CollectAsync(konto)));
    }

    [HttpGet("datei")]
    public async Task<IActionResult> Herunterladen()
    {
        var tabellen = await new PersonalData(Db).CollectAsync(await Db.KontoVonAsync(Wer));
        var datei = new MemoryStream();
        using (var archiv = new ZipArchive(datei, ZipArchiveMode.Create, leaveOpen: true))
        {
            await SchreibenAsync(archiv, "LIESMICH.txt", strom => TextAsync(strom, Begleitzettel));
            foreach (var tabelle in tabellen)
                await SchreibenAsync(archiv, $"{tabelle.Name}.json", strom => JsonSerializer.SerializeAsync(strom, tabelle.Rows, s_lesbar));
        }
        datei.Position = 0;
        return File(datei, "application/zip", $"meine-daten-{Heute:yyyy-MM-dd}.zip");
    }

    private static async Task SchreibenAsync(ZipArchive archiv, string name, Func<Stream, Task> schreiben)
    {
        await using var strom = await archiv.CreateEntry(name).OpenAsync();
        await schreiben(strom);
    }

    private static async Task TextAsync(Stream strom, string text)
    {
        await using var schreiber = new StreamWriter(strom, leaveOpen: true);
        await schreiber.WriteAsync(text);
    }
}

public sealed record Datenseite(Konto Konto, IReadOnlyList<PersonalTable> Tabellen)
{
    /// <summary>Wie Menschen die Tabelle nennen; ohne eigenen Namen der der Datenbank.</summary>
    public static string NameVon(string tabelle) => tabelle switch
    {
        "Personen" => "Angaben zur Person",
        "Konten" => "Konto",
        "AspNetUserTokens" => "Zweiter Faktor",
        "AspNetUserPasskeys" => "Passkeys",
        "Ereignisse" => "Verlauf: was Sie getan haben",
        "Fassungen" => "Fassungen von Vorschlägen",
        "Feldinhalte" => "Bearbeitete Felder von Vorschlägen",
        "Matrixzeilen" => "Bearbeitete Zeilen der Zielfeldermatrix",
        "Fachgruppenschritte" => "Schritte von Fachgruppen",
        "OutgoingMails" => "Nachrichten an Sie",
        "Bewertungsboegen" => "Bewertungsbögen",
        "Papierboegen" => "Eingetragene Bögen auf Papier",
        "Papierabgaben" => "Eingetragene Stimmen auf Papier",
        "Vorschlaege" => "Vorschläge",
        "Buendelungen" => "Bündelungen",
        "Buendelungsteile" => "Antworten auf Bündelungen",
        "Geschaeftsordnungen" => "Fassungen der Geschäftsordnung",
        "Sitzbesetzungen" => "Sitze in der Konferenz",
        "Personenlisten" => "Eingelesene Listen",
        "Zugangslinks" => "Links für Kennwort und Adresse",
        _ => tabelle,
    };
}

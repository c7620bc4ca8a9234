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
    /// <summary>Wie Menschen die Tabelle nennen.</summary>
    public static string NameVon(string tabelle) => Namen.GetValueOrDefault(tabelle, tabelle);

    public static IReadOnlyDictionary<string, string> Namen { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AspNetUserClaims"] = "Merkmale des Kontos",
        ["AspNetUserLogins"] = "Anmeldung über andere Dienste",
        ["AspNetUserPasskeys"] = "Passkeys",
        ["AspNetUserTokens"] = "Zweiter Faktor",
        ["Barrieremeldungen"] = "Gemeldete Barrieren",
        ["Beitrittsanfragen"] = "Anfragen an Gruppen",
        ["Bewertungen"] = "Bewertungen",
        ["Bewertungsboegen"] = "Bewertungsbögen",
        ["Bewertungserinnerungen"] = "Erinnerungen an Bögen",
        ["Bewertungsnotizen"] = "Ihre Notizen beim Bewerten",
        ["Buendelungsteile"] = "Antworten auf Bündelungen",
        ["Einladungen"] = "Einladungen",
        ["Ereignisse"] = "Verlauf: was Sie getan haben und was Sie betrifft",
        ["Erwaehnungen"] = "Beiträge, in denen Sie angesprochen sind",
        ["Fachgruppenschritte"] = "Schritte von Fachgruppen",
        ["Fassungen"] = "Fassungen von Vorschlägen",
        ["Feldinhalte"] = "Bearbeitete Felder von Vorschlägen",
        ["Kommentare"] = "Beiträge in Diskussionen",
        ["Konten"] = "Konto",
        ["Matrixzeilen"] = "Bearbeitete Zeilen der Zielfeldermatrix",
        ["Mitgliedschaften"] = "Mitgliedschaften in Gruppen",
        ["Mitzeichnungen"] = "Mitgezeichnete Sondervoten",
        ["OutgoingMails"] = "Nachrichten an Sie oder mit Ihrem Namen",
        ["Papierabgaben"] = "Eingetragene Stimmen auf Papier",
        ["Papierboegen"] = "Eingetragene Bögen auf Papier",
        ["Personen"] = "Angaben zur Person",
        ["Personenlisten"] = "Eingelesene Listen",
        ["Sitzbesetzungen"] = "Sitze in der Konferenz",
        ["Stimmrechte"] = "Stimmrechte in Abstimmungen",
        ["Vorschlaege"] = "Vorschläge",
        ["Zugangslinks"] = "Links für Kennwort und Adresse",
    };
}

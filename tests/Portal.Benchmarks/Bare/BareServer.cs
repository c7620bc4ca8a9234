using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Bare;

/// <summary>The baseline: a Kestrel of its own without any middleware, with raw endpoints and with bare MVC actions.</summary>
public static class BareServer
{
    /// <param name="args"><c>--plan FILE --connection STRING --postgres true|false --urls ADDRESS</c></param>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var connection = builder.Configuration["connection"]!;
        var plan = JsonSerializer.Deserialize<Plan>(await File.ReadAllTextAsync(builder.Configuration["plan"]!))!;
        builder.Services.AddSingleton(plan);
        builder.Services.AddDbContextPool<BareDb>(options => _ = builder.Configuration.GetValue<bool>("postgres") ? options.UseNpgsql(connection) : options.UseSqlite(connection));
        builder.Services.AddControllersWithViews();
        builder.Services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        await using var app = builder.Build();
        app.MapControllers();
        app.MapGet("/bereit", () => "ja");
        MapRaw(app, connection, plan);
        await app.RunAsync();
        return 0;
    }

    private static void MapRaw(WebApplication app, string connection, Plan plan)
    {
        Map("liste", [Proposals(plan.ListIds)]);
        Map("vorschlag",
        [
            Proposals([plan.PublicProposalId]), Number($"SELECT \"Feld\", \"Wert\", \"Html\" FROM \"Feldinhalte\" WHERE \"VorschlagId\" = {plan.PublicProposalId}"),
            Number($"SELECT \"Kennung\", \"Zielfeld\", \"Werte\" FROM \"Matrixzeilen\" WHERE \"VorschlagId\" = {plan.PublicProposalId} ORDER BY \"Zielfeld\", \"Reihenfolge\""),
            $"SELECT e.\"Art\", e.\"Satz\", e.\"Grund\", e.\"Zeitpunkt\", p.\"Vorname\", p.\"Nachname\" FROM \"Ereignisse\" e LEFT JOIN \"Personen\" p ON p.\"Id\" = e.\"PersonId\" WHERE e.\"Gegenstand\" = 'Vorschlag' AND e.\"Kennung\" = '{plan.PublicProposal}' ORDER BY e.\"Id\" DESC",
        ]);
        Map("start", [Proposals(plan.StartIds), $"SELECT \"Kennung\", \"Name\", \"Querschnittsthema\", \"Turnus\" FROM \"Fachgruppen\" WHERE \"Id\" IN ({List(plan.StartGroups)})"]);

        void Map(string name, string[] queries)
        {
            if (!plan.Bodies.TryGetValue(name, out var file)) return;
            var body = File.ReadAllBytes(file);
            app.MapGet("/bytes/" + name, WriteAsync);
            app.MapGet("/sql/" + name, async context =>
            {
                await using (var sqlite = new SqliteConnection(connection))
                {
                    await sqlite.OpenAsync();
                    foreach (var query in queries) await ReadAsync(sqlite, query);
                }
                await WriteAsync(context);
            });

            async Task WriteAsync(HttpContext context)
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body);
            }
        }
    }

    private static async Task ReadAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Numbers from the tool itself.
        command.CommandText = query;
#pragma warning restore CA2100
        await using DbDataReader row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            for (var i = 0; i < row.FieldCount; i++) _ = row.GetValue(i);
    }

    private static string Proposals(int[] ids) =>
        "SELECT \"Id\", \"Kennung\", \"Titel\", \"Kurzfassung\", \"FachgruppeId\", \"Weg\", \"HandlungsfeldId\", \"Art\", \"Zustand\", \"StandSeit\", \"EingereichtAm\", \"VeroeffentlichtAm\", \"KostenEinmalig\", \"KostenLaufend\", "
        + $"\"ZeitrahmenVon\", \"ZeitrahmenBis\" FROM \"Vorschlaege\" WHERE \"Id\" IN ({List(ids)})";

    private static string List(int[] ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string Number(FormattableString query) => query.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Platform.Data;

namespace Portal.Tests.Support;

/// <summary>Zählt die Befehle an die Datenbank, die Anfragen auslösen; Hintergrundarbeit zählt nicht mit.</summary>
public sealed class Abfragezaehler(IHttpContextAccessor anfrage, PublicState stand) : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _befehle = new();

    /// <summary>Die gezählten Befehle, der Reihe nach.</summary>
    public IReadOnlyList<string> Befehle => [.. _befehle];

    public void Nullen() => _befehle.Clear();

    /// <summary>
    /// Womit diese Seite auskommt: die wenigsten Befehle aus fünf Besuchen. Erfährt das Portal dazwischen von einer Änderung (PostgreSQL sagt es etwas später),
    /// liest es einmal neu, was es sich gemerkt hat. Solange es nichts erfährt, wie nach dem Zurücksetzen der Datenbank, merkt es sich nichts: solche Besuche zählen nicht.
    /// </summary>
    public async Task<IReadOnlyList<string>> FuerAsync(PortalClient client, string adresse)
    {
        var besuche = new List<IReadOnlyList<string>>();
        await Geduld.BisAsync(async () =>
        {
            Nullen();
            Assert.Equal(HttpStatusCode.OK, (await client.Seite(adresse)).Status);
            if (stand.IsCertain) besuche.Add(Befehle);
            return besuche.Count == 5;
        }, "Das Portal erfährt nicht, was andere Knoten ändern.");
        return besuche.MinBy(b => b.Count)!;
    }

    /// <summary>Dass diese Seite höchstens so viele Befehle braucht.</summary>
    public async Task HoechstensAsync(int hoechstens, PortalClient client, string adresse)
    {
        var befehle = await FuerAsync(client, adresse);
        Assert.True(befehle.Count <= hoechstens, $"{adresse}: {befehle.Count} Befehle statt höchstens {hoechstens}:\n{string.Join("\n---\n", befehle)}");
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Zaehlen(command);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Zaehlen(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Zaehlen(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Zaehlen(command);
        return new(result);
    }

    private void Zaehlen(DbCommand befehl)
    {
        if (anfrage.HttpContext is not null) _befehle.Enqueue(befehl.CommandText);
    }
}

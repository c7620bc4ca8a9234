using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Zählt die Befehle an die Datenbank, die Anfragen auslösen; Hintergrundarbeit zählt nicht mit.</summary>
public sealed class Abfragezaehler(IHttpContextAccessor anfrage) : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _befehle = new();

    /// <summary>Die gezählten Befehle, der Reihe nach.</summary>
    public IReadOnlyList<string> Befehle => [.. _befehle];

    public void Nullen() => _befehle.Clear();

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

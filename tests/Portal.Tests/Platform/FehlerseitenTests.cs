using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Tests.Support;

namespace Portal.Tests.Platform;

/// <summary>Was auch schiefgeht: eine deutsche Seite mit einem Vorgang, der im Protokoll steht, und mit allen Schutzangaben.</summary>
public sealed class FehlerseitenTests(FehlerseitenTests.MitProtokoll portal) : IClassFixture<FehlerseitenTests.MitProtokoll>
{
    public sealed class MitProtokoll : PortalFactory, ILoggerProvider, ILogger
    {
        public List<string> Zeilen { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Web:GroessteAnfrageKb", "512");
            builder.UseSetting("Logging:LogLevel:Default", "Information");
            builder.UseSetting("Web:Proxys", "10.0.0.5, 10.1.0.0/16");
            builder.ConfigureServices(services =>
            {
                services.AddSingleton<ILoggerProvider>(this);
                services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Stoerung()));
            });
        }

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Zeilen) Zeilen.Add($"{logLevel} {formatter(state, exception)} {exception}");
        }
    }

    /// <summary>Lässt eine Seite scheitern, deren Adresse es verlangt: so, wie es ein Fehler im Portal täte.</summary>
    private sealed class Stoerung : IActionFilter
    {
        public void OnActionExecuting(ActionExecutingContext context)
        {
            if (context.HttpContext.Request.Query.ContainsKey("fehler")) throw new InvalidOperationException("Absichtlich kaputt: geheimes-innenleben");
            if (context.HttpContext.Request.Query.ContainsKey("ueberholt")) throw new DbUpdateConcurrencyException("Absichtlich überholt: geheimes-innenleben");
        }

        public void OnActionExecuted(ActionExecutedContext context) { }
    }

    [Fact]
    public async Task Ein_Fehler_im_Portal()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        foreach (var seite in (Seite[])[await mitglied.Seite("/vorschlaege?fehler"), await mitglied.Senden("/abmeldung?fehler")])
        {
            Pruefen(seite, HttpStatusCode.InternalServerError, "Das Portal hat einen Fehler gemacht");
            Assert.DoesNotContain("geheimes-innenleben", seite.Quelltext, StringComparison.Ordinal);
        }
        lock (portal.Zeilen) Assert.Contains(portal.Zeilen, z => z.Contains("geheimes-innenleben", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await mitglied.Seite("/vorschlaege")).Status);
    }

    [Fact]
    public async Task Was_gelingt_steht_nicht_im_Protokoll()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        int vorher;
        lock (portal.Zeilen) vorher = portal.Zeilen.Count;

        foreach (var adresse in (string[])["/", "/vorschlaege", "/vorschlaege/neu", "/konto", "/anmeldung"])
            Assert.Equal(HttpStatusCode.OK, (await mitglied.Seite(adresse)).Status);

        // Dass die Datenbank nicht gleich antwortet, darf der sagen, der auf die anderen Knoten hört.
        lock (portal.Zeilen) Assert.DoesNotContain(portal.Zeilen.Skip(vorher).Where(z => !z.Contains("Änderungen anderer Knoten", StringComparison.Ordinal)), z => z.StartsWith("Warning", StringComparison.Ordinal) || z.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jemand_war_schneller()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        var seite = await mitglied.Senden("/abmeldung?ueberholt");

        Assert.Equal(HttpStatusCode.Conflict, seite.Status);
        Assert.Equal("Jemand war schneller", seite.Ueberschrift);
        Assert.DoesNotContain("geheimes-innenleben", seite.Quelltext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eine_Adresse_mit_Nullzeichen()
    {
        using var client = portal.Oeffentlichkeit();
        Pruefen(await client.Seite("/vorschlaege?q=a%00b"), HttpStatusCode.BadRequest, "Die Anfrage war unvollständig");
    }

    [Theory]
    [InlineData("10.0.0.5", "https", true)]
    [InlineData("10.1.7.9", "https", true)]
    [InlineData("10.0.0.5", "http", false)]
    [InlineData("10.0.0.6", "https", false)]
    [InlineData("203.0.113.7", "https", false)]
    public async Task Nur_den_eigenen_Proxys_wird_geglaubt_dass_die_Verbindung_sicher_ist(string absender, string weg, bool sicher)
    {
        var antwort = await portal.Server.SendAsync(anfrage =>
        {
            anfrage.Connection.RemoteIpAddress = IPAddress.Parse(absender);
            anfrage.Request.Path = "/anmeldung";
            anfrage.Request.Headers["X-Forwarded-Proto"] = weg;
            anfrage.Request.Headers["X-Forwarded-For"] = "198.51.100.4";
        });

        Assert.Equal(StatusCodes.Status200OK, antwort.Response.StatusCode);
        Assert.Equal(sicher ? "max-age=31536000; includeSubDomains" : "", antwort.Response.Headers.StrictTransportSecurity.ToString());
        Assert.Equal(absender.StartsWith("10.", StringComparison.Ordinal) && absender != "10.0.0.6" ? "198.51.100.4" : absender, antwort.Connection.RemoteIpAddress?.ToString());
        Assert.All(antwort.Response.Headers.SetCookie, keks => Assert.Equal(sicher, keks!.Contains("secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Was_es_nicht_gibt()
    {
        using var client = portal.Oeffentlichkeit();
        Pruefen(await client.Seite("/gibt/es/nicht"), HttpStatusCode.NotFound, "Diese Seite gibt es nicht");
    }

    [Fact]
    public async Task Ein_Formular_ohne_Schutz()
    {
        using var client = portal.Oeffentlichkeit();
        var anfrage = new HttpRequestMessage(HttpMethod.Post, "/anmeldung") { Content = new FormUrlEncodedContent([new("Email", "x@musterstadt.example")]) };
        Pruefen(await client.Roh(anfrage), HttpStatusCode.BadRequest, "Die Anfrage war unvollständig");
    }

    [Fact]
    public async Task Mehr_als_erlaubt()
    {
        using var client = portal.Oeffentlichkeit();
        var anfrage = new HttpRequestMessage(HttpMethod.Post, "/anmeldung") { Content = new FormUrlEncodedContent([new("Email", new string('x', 600 * 1024))]) };
        Pruefen(await client.Roh(anfrage), HttpStatusCode.RequestEntityTooLarge, "Das ist zu groß");
    }

    [Fact]
    public async Task Was_einem_nicht_zusteht()
    {
        using var mitglied = await portal.AngemeldetAls(Gemeinde.Mitglied);
        Pruefen(await mitglied.Seite("/verwaltung/postausgang"), HttpStatusCode.Forbidden, "Diese Seite ist nicht für Sie bestimmt");
    }

    [Fact]
    public async Task Die_Datenbank_ist_fort()
    {
        await using var datenbank = await TestDatabase.CreateAsync();
        await using var kaputt = new MitDatei(datenbank.File);
        _ = kaputt.Server;
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(kaputt.Verbindung));
        File.Delete(datenbank.File);
        using var client = new HttpClient(kaputt.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        using var antwort = await client.GetAsync("/gibt/es/nicht");
        var text = await antwort.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, antwort.StatusCode);
        Assert.Contains("Das Portal kommt gerade nicht an seine Daten", text, StringComparison.Ordinal);
        Assert.True(antwort.Headers.Contains("Content-Security-Policy"));
        using var bereit = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, bereit.StatusCode);
        Assert.Equal("Die Datenbank ist nicht erreichbar.", await bereit.Content.ReadAsStringAsync());
        using var lebt = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, lebt.StatusCode);
    }

    [Fact]
    public async Task Bereit_und_am_Leben()
    {
        using var client = portal.Oeffentlichkeit();
        Assert.Equal("OK", (await client.Seite("/health/ready")).Quelltext);
        Assert.Equal("OK", (await client.Seite("/health/live")).Quelltext);
    }

    private void Pruefen(Seite seite, HttpStatusCode status, string ueberschrift)
    {
        Assert.Equal(status, seite.Status);
        Assert.Equal(ueberschrift, seite.Ueberschrift);
        Assert.Equal("de", seite.Dokument.DocumentElement.GetAttribute("lang"));
        foreach (var name in (string[])["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"])
            Assert.True(seite.Antwort.Headers.Contains(name), name);
        var vorgang = seite.Finde("main code").TextContent;
        lock (portal.Zeilen) Assert.Single(portal.Zeilen, z => z.Contains(vorgang, StringComparison.Ordinal));
    }

    private sealed class MitDatei(string datei) : Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>
    {
        // Nicht neu anlegen: eine verschwundene Datei soll auffallen.
        public string Verbindung { get; } = $"Data Source={datei};Mode=ReadWrite";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Datenbank:Art", "Sqlite");
            builder.UseSetting("Datenbank:Verbindung", Verbindung);
            builder.UseSetting("Aufgaben:Starten", "false");
            builder.UseSetting("Logging:LogLevel:Default", "None");
            builder.UseEnvironment("Production");
        }
    }
}

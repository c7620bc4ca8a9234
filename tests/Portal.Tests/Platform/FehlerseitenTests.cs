using System.Net;
using Microsoft.AspNetCore.Hosting;
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
            builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(this));
        }

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Zeilen) Zeilen.Add($"{logLevel} {formatter(state, exception)} {exception}");
        }
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

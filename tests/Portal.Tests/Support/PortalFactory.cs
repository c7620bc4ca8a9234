using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Tests.Support;

/// <summary>
/// Das ganze Portal mit einer eigenen Datenbank, wie es ein Browser sieht. Als <c>IClassFixture&lt;PortalFactory&gt;</c> verwenden:
/// <code>using var sprecherin = await portal.AngemeldetAls(Gemeinde.Sprecherin);</code>
/// <code>var seite = await sprecherin.Seite("/vorschlaege");</code>
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private Datenbank _datenbank = null!;
    private (long? Fassung, Stand Stand) _stand;

    public Uhr Uhr { get; } = new();

    public Abfragezaehler Abfragen => Services.GetRequiredService<Abfragezaehler>();

    /// <summary>Ob die Datenbank leer beginnt statt mit Musterstadt.</summary>
    protected virtual bool Leer => false;

    /// <summary>Wie man einem Befehl sagt, dass er diese Datenbank nehmen soll.</summary>
    public IEnumerable<string> Datenbankangaben => _datenbank.Einstellungen.Select(e => $"--{e.Key}={e.Value}");

    /// <summary>Weitere Einstellungen für diese Klasse.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Einstellungen => [];

    public virtual async Task InitializeAsync() => _datenbank = await Datenbank.NeuAsync(Leer);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _datenbank.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Mail:Weg", "Postausgang");
        builder.UseSetting("Aufgaben:Starten", "false");
        builder.UseSetting("Begrenzung:AnmeldungProMinute", "100000");
        builder.UseSetting("Begrenzung:FormularProMinute", "100000");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (name, wert) in _datenbank.Einstellungen.Concat(Einstellungen)) builder.UseSetting(name, wert);
        builder.UseEnvironment("Production");
        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Uhr);
            services.RemoveAll<IPasswordHasher<Konto>>();
            services.AddScoped<IPasswordHasher<Konto>, VorfuehrKennwort>();
            services.AddSingleton<Abfragezaehler>();
            services.ConfigureDbContext<SqlitePortalDb>(Streng);
            services.ConfigureDbContext<PostgresPortalDb>(Streng);
        });
    }

    /// <summary>Zählt die Abfragen; und wovor EF Core im Protokoll nur warnt (z. B. vor „den ersten“ ohne Ordnung), ist hier ein Fehler.</summary>
    private static void Streng(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.AddInterceptors(provider.GetRequiredService<Abfragezaehler>()).ConfigureWarnings(w => w.Default(WarningBehavior.Throw));

    /// <summary>Jemand ohne Konto.</summary>
    public PortalClient Oeffentlichkeit() => new(this, CreateHandler());

    /// <summary>Mit dem Cookie, das auch die Anmeldeseite ausstellt.</summary>
    public Task<PortalClient> AngemeldetAls(string email) => AngemeldetAls(email, CreateHandler());

    /// <inheritdoc cref="AngemeldetAls(string)"/>
    /// <param name="knoten">Der Weg zu einem bestimmten Knoten.</param>
    public async Task<PortalClient> AngemeldetAls(string email, HttpMessageHandler knoten)
    {
        var client = new PortalClient(this, knoten);
        using var scope = Services.CreateScope();
        var konto = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.SingleAsync(k => k.NormalizedEmail == Person.Normal(email));
        var wer = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Konto>>().CreateAsync(konto);
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ausweis = new AuthenticationTicket(wer, new AuthenticationProperties { IssuedUtc = Uhr.GetUtcNow(), ExpiresUtc = Uhr.GetUtcNow() + cookie.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        client.Keks(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ausweis));
        client.Wer = wer;
        return client;
    }

    /// <summary>Liest oder ändert die Datenbank unmittelbar: zum Vorbereiten und Nachsehen.</summary>
    public async Task<T> Db<T>(Func<PortalDb, Task<T>> frage)
    {
        using var scope = Services.CreateScope();
        return await frage(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <inheritdoc cref="Db{T}"/>
    public Task Db(Func<PortalDb, Task> tat) => Db(async db =>
    {
        await tat(db);
        return 0;
    });

    /// <summary>Versetzt die Datenbank in den Anfangsstand.</summary>
    public async Task ZuruecksetzenAsync()
    {
        await _datenbank.ZuruecksetzenAsync(Leer);
        // Was sich das Portal gemerkt hat, gehört zu einem anderen Stand.
        Services.GetRequiredService<PublicState>().Raise();
    }

    /// <summary>Ein Fingerabdruck aller Daten: gleich, wenn sich nichts geändert hat.</summary>
    public async Task<Stand> StandAsync()
    {
        var fassung = await _datenbank.FassungAsync();
        if (fassung is null || _stand.Fassung != fassung) _stand = (fassung, await Db(Stand.VonAsync));
        return _stand.Stand;
    }

    /// <summary>Die öffentliche Kennung eines Vorschlags aus Musterstadt.</summary>
    public Task<string> KennungAsync(string titel) => Db(db => db.Vorschlaege.Where(v => v.Titel == titel).Select(v => v.Kennung).SingleAsync());

    /// <summary>Ein gültiges Paar gegen fremde Formulare, für Taten, deren Formular die Person nicht zu sehen bekommt.</summary>
    internal (string Keksname, string Keks, string Feldname, string Feld) Formularschutz(System.Security.Claims.ClaimsPrincipal? wer)
    {
        using var scope = Services.CreateScope();
        var anfrage = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (wer is not null) anfrage.User = wer;
        var paar = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(anfrage);
        return (Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!, paar.CookieToken!, paar.FormFieldName, paar.RequestToken!);
    }

    private HttpMessageHandler CreateHandler() => Server.CreateHandler();
}

/// <summary>Ein Portal, in dem noch niemand ist.</summary>
public sealed class LeeresPortal : PortalFactory
{
    protected override bool Leer => true;
}

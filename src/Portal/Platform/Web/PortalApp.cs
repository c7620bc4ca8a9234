using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Mail;
using Portal.Platform.Web.Errors;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>Puts the program together: services, then the pipeline, in the order a request meets them.</summary>
public static class PortalApp
{
    /// <summary>The settings of ASP.NET Core that say where it listens.</summary>
    private static readonly string[] s_addresses = ["Urls", "Http_Ports", "Https_Ports", "Kestrel:Endpoints"];

    /// <param name="configure">What a command does differently, after all services are registered.</param>
    /// <param name="meanwhile">What another core does with the services while this one puts the pipeline together: it takes as long as everything else at a start.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceProvider>? meanwhile = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings count from the start. Watching for changes would watch every folder below the one where the program was started.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = Directory.GetCurrentDirectory(),
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        if (Array.TrueForAll(s_addresses, a => !builder.Configuration.GetSection(a).Exists())) builder.Configuration["Urls"] = WebSettings.DefaultAddress;
        LogSettings.Configure(builder.Logging.ClearProviders(), builder.Configuration);
        var web = builder.Configuration.GetSection(WebSettings.Section).Get<WebSettings>() ?? new();
        web.Apply(new());
        builder.Services.AddSingleton(web);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = web.GroessteAnfrageKb * 1024L;
        });

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPortalDatabase(builder.Configuration);
        builder.Services.AddPortalAccess();
        builder.Services.AddPortalRateLimits(builder.Configuration);
        builder.Services.AddPortalMail(builder.Configuration);
        builder.Services.AddPortalJobs(builder.Configuration);
        builder.Services.AddPortalPages();
        builder.Services.AddPortalDelivery(web);
        builder.Services.AddForgetful<Vorschlaege.Vorschlagsverzeichnis>();
        builder.Services.AddForgetful<Vorschlaege.Textspeicher>();
        // What later topics add to pages of earlier ones, in the order in which it appears.
        builder.Services.AddSingleton<SupplementSource<Vorschlaege.Vorschlag>>(Priorisierungen.Ergebnis.Ergebnisauswahl.AmVorschlagAsync);
        builder.Services.AddSingleton<SupplementSource<Vorschlaege.Vorschlag>>(Sondervoten.Sondervotumsauswahl.AmVorschlagAsync);
        builder.Services.AddSingleton<SupplementSource<Priorisierungen.Ergebnis.Ergebniszeile>>(Sondervoten.Sondervotumsauswahl.AmErgebnisAsync);
        builder.Services.AddSingleton<SupplementSource<Priorisierungen.Abstimmungen.Abstimmung>>(Sondervoten.Sondervotumsauswahl.AnDerAbstimmungAsync);
        // What each topic does when a person leaves; the seats before what follows them.
        builder.Services.AddScoped<Zugang.MeinKonto.Ausscheiden>();
        builder.Services.AddSingleton<Abschiedsschritt>(Zugang.MeinKonto.Zugangsabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Stammdaten.Barrieren.Barriereabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Fachgruppen.Gruppenabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Konferenzen.Sitzabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Vorschlaege.Diskussion.Diskussionsabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Priorisierungen.Bogenabschied.GehenAsync);
        builder.Services.AddSingleton<Abschiedsschritt>(Priorisierungen.Abstimmungen.Stimmabschied.GehenAsync);
        // What each topic lets go in time.
        builder.Services.AddSingleton<Retention>(MailRetention.LetGoAsync);
        builder.Services.AddSingleton<Retention>(Zugangsverfall.VergehenAsync);
        builder.Services.AddSingleton<Retention>(Stammdaten.Barrieren.Barriereverfall.VergehenAsync);
        builder.Services.AddSingleton<Retention>(Fachgruppen.Anfragenverfall.VergehenAsync);
        builder.Services.AddSingleton<Retention>(Priorisierungen.Abstimmungen.Stimmverfall.VergehenAsync);
        configure?.Invoke(builder);

        var app = builder.Build();
        (meanwhile ?? DatabaseSetup.BeginModel)(app.Services);
        app.UsePortalPipeline();
        return app;
    }

    private static void AddPortalAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Konto>(identity =>
            {
                identity.User.RequireUniqueEmail = false;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<PortalUserStore>()
            .AddSignInManager()
            .AddErrorDescriber<GermanIdentityErrors>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<Einmalcodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<Kontoanlage>();
        // A passkey replaces password and second factor, so the device must check who holds it.
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "portal";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/anmeldung";
            cookie.LogoutPath = "/abmeldung";
            cookie.AccessDeniedPath = "/fehler/403";
            cookie.ReturnUrlParameter = "zurueck";
            // Whoever sends a form after the session has ended is asked to sign in on the spot: a redirect would lose what was typed.
            var usual = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = async challenge =>
            {
                if (await KeptForm.FromAsync(challenge.HttpContext) is { } kept && kept.HasAuthor(challenge.HttpContext)) challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else await usual(challenge);
            };
            // ActorMiddleware compares the stamp at every request; Identity would do it again every half hour.
            cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.AddAuthorization();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Akteur() ?? Akteur.Oeffentlichkeit);
        services.AddHttpContextAccessor();
    }

    private static void AddPortalPages(this IServiceCollection services)
    {
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<OneConnectionFilter>();
            mvc.Filters.Add<FormFilter>();
            mvc.ModelBindingMessageProvider.UseGermanSentences();
            mvc.ModelMetadataDetailsProviders.Add(new GermanValidationMessages());
            mvc.MaxModelBindingCollectionSize = 5000;
            mvc.ModelBinderProviders.Insert(0, new PastedTextProvider());
        }).ConfigureApplicationPartManager(PublicTypes.Instead).AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RazorViewEngineOptions>(razor => FeatureViewLocations.Apply(razor));
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 5000;
            form.ValueLengthLimit = 4 * 1024 * 1024;
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = PublicCache.FormCookie;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.HeaderName = "X-Formular";
        });
        services.AddSingleton<System.Text.Encodings.Web.HtmlEncoder>(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddSingleton<CookieTempDataProvider>();
        services.Replace(ServiceDescriptor.Singleton<ITempDataProvider, QuietTempData>());
        services.Configure<CookieTempDataProviderOptions>(meldung => meldung.Cookie.Name = "portal-meldung");
        services.AddScoped<PageFrame>();
        services.AddSingleton<PageFrameMemory>();
        services.AddSingleton<ActorMemory>();
    }

    private static void AddPortalDelivery(this IServiceCollection services, WebSettings web)
    {
        services.Configure<ForwardedHeadersOptions>(web.Apply);
        services.AddSingleton<PublicCache>();
        // Whoever asks for every page with every filter fills no more than this.
        services.AddOutputCache(cache => (cache.MaximumBodySize, cache.SizeLimit) = (1024 * 1024, 32 * 1024 * 1024));
        services.AddOptions<OutputCacheOptions>().Configure<PublicCache>((cache, policy) => cache.AddBasePolicy(policy));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    private static void UsePortalPipeline(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler(fault => fault.Run(FaultPage.WriteAsync));
        // Outside of nearly everything: a remembered page costs no more than finding it.
        app.UseOutputCache();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePagesWithReExecute("/fehler/{0}");
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SizeLimit>();
        app.UseMiddleware<PlainAddress>();
        // Only what is the same for everybody is compressed: nothing secret stands beside something a stranger may choose.
        app.UseWhen(StaticAssets.IsAsset, branch => branch.UseResponseCompression());
        app.UseStaticFiles(StaticAssets.Options);
        app.UseRouting();
        app.UseWhen(context => context.Request.Headers.Cookie.Count == 0, branch => branch.UseResponseCompression());
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.MapControllers();
        app.MapPortalHealth();
    }
}

using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Portal.Platform.Data;

namespace Portal.Platform.Web;

/// <summary>Settings under <c>Web</c>.</summary>
public sealed class WebSettings
{
    public const string Section = "Web";

    /// <summary>Where the portal listens when nothing says otherwise.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Addresses or networks of the reverse proxies in front, separated by commas, e.g. „10.0.0.5, 10.1.0.0/16“. Only they are believed about the visitor's address and about https.</summary>
    public string Proxys { get; set; } = "";

    /// <summary>The largest request, in kilobytes.</summary>
    public int GroessteAnfrageKb { get; set; } = 16 * 1024;

    /// <summary>How long a public page may be remembered, in seconds. A change forgets it at once; 0 turns remembering off.</summary>
    public int SeitenMerkenSekunden { get; set; } = 60;

    public void Apply(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in Proxys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) forwarded.KnownIPNetworks.Add(network);
            else throw new CannotRun($"Web:Proxys: „{proxy}“ ist weder eine Adresse noch ein Netz. Richtig ist zum Beispiel „10.0.0.5, 10.1.0.0/16“.");
        }
    }
}

/// <summary>Settings under <c>Protokoll</c>.</summary>
public sealed class LogSettings
{
    public const string Section = "Protokoll";

    /// <summary><c>Text</c> for people, <c>Json</c> for machines; both go to the console.</summary>
    public string Form { get; set; } = "Text";

    /// <summary><c>Fehler</c> logs requests that failed or took longer than a second; <c>Alle</c> logs every one.</summary>
    public string Anfragen { get; set; } = "Fehler";

    public bool LogsAll => Anfragen.Equals("Alle", StringComparison.OrdinalIgnoreCase);

    public static void Configure(ILoggingBuilder logging, IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<LogSettings>() ?? new();
        logging.Services.AddSingleton(settings);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // A start that fails is told in one sentence (see CommandFault), and what that cannot explain ends the program with all it says.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.Critical);
        // What a person typed wrong is not a fault of the program; the exception itself is logged once, with its reference.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
        // The key ring lies in the database, protected like everything there (see docs/betrieb).
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // It forbids keeping a page that carries a form, over the „no-cache“ that every answer begins with (see SecurityHeaders), and would say so at each one.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Quartz", LogLevel.Warning);
        if (settings.Form.Equals("Json", StringComparison.OrdinalIgnoreCase)) logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else logging.AddSimpleConsole(text => { text.SingleLine = true; text.TimestampFormat = "yyyy-MM-dd HH:mm:ss "; });
    }
}

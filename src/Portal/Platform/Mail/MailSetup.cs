using System.Text.RegularExpressions;
using Portal.Platform.Mail.Engines;

namespace Portal.Platform.Mail;

/// <summary>Settings under <c>Mail</c>.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary><c>Smtp</c>, or <c>Postausgang</c>: nothing leaves the portal, the mails are read on its own page (demo).</summary>
    public string Weg { get; set; } = "Smtp";

    public string Server { get; set; } = "localhost";
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted with STARTTLS.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>PEM file of the certification authority that signed the mail server's certificate; empty when the system knows it.</summary>
    public string EigeneZertifizierungsstelle { get; set; } = "";

    public string Benutzer { get; set; } = "";
    public string Kennwort { get; set; } = "";
    public string Absender { get; set; } = "sozialplanung@localhost";

    /// <summary>The sender's name as people read it.</summary>
    public string Absendername { get; set; } = "Online-Portal Sozialplanung";

    /// <summary>How long one try may take, in seconds.</summary>
    public int ZeitgrenzeSekunden { get; set; } = 30;

    /// <summary>Address of the portal as people type it; begins every link in a mail.</summary>
    public string Portaladresse { get; set; } = "http://localhost:5080";

    public bool StaysHere => Weg.Equals("Postausgang", StringComparison.OrdinalIgnoreCase);
}

public static partial class MailSetup
{
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(MailSettings.Section).Get<MailSettings>() ?? new();
        // Whoever says only where the portal listens gets links that lead there.
        if (configuration[$"{MailSettings.Section}:{nameof(MailSettings.Portaladresse)}"] is null && ListensAt(configuration["Urls"]) is { } address) settings.Portaladresse = address;
        services.AddSingleton(settings);
        services.AddSingleton<MailWriter>();
        services.AddSingleton<IMailEngine, MailEngine>();
        services.AddScoped<MailSender>();
        return services;
    }

    /// <summary>The first address as one types it on this computer; „all addresses“ is none.</summary>
    private static string? ListensAt(string? urls) => urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() is { } first
        ? AllAddresses().Replace(first, "://localhost").TrimEnd('/') : null;

    [GeneratedRegex(@"://(\*|\+|0\.0\.0\.0|\[::\])", RegexOptions.None, 1000)]
    private static partial Regex AllAddresses();
}

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

    public string Benutzer { get; set; } = "";
    public string Kennwort { get; set; } = "";
    public string Absender { get; set; } = "sozialplanung@localhost";

    /// <summary>Address of the portal as people type it; begins every link in a mail.</summary>
    public string Portaladresse { get; set; } = "http://localhost:5080";
}

public static class MailSetup
{
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(MailSettings.Section).Get<MailSettings>() ?? new());
        services.AddSingleton<MailWriter>();
        return services;
    }
}

using Portal.Platform.Jobs.Engines;
using Portal.Platform.Mail;
using Portal.Priorisierungen.Ergebnis;

namespace Portal.Platform.Jobs;

/// <summary>Settings under <c>Aufgaben</c>.</summary>
public sealed class JobSettings
{
    public const string Section = "Aufgaben";

    /// <summary>Whether this node does background work (sending mail, clearing up). At least one node must.</summary>
    public bool Starten { get; set; } = true;
}

/// <summary>The list of jobs, started once the portal answers: they never delay the first page.</summary>
public sealed class PortalJobs(IJobEngine engine, JobSettings settings, IHostApplicationLifetime life) : IHostedService
{
    public const string Mail = "mail";

    public static IReadOnlyList<PortalJob> All { get; } =
    [
        new(Mail, TimeSpan.FromSeconds(10), async (services, cancel) => await services.GetRequiredService<MailSender>().SendDueAsync(cancel)),
        new("rundenschluss", TimeSpan.FromMinutes(1), async (services, cancel) => await services.GetRequiredService<Rundenschluss>().VollziehenAsync(cancel)),
        new("aufraeumen", TimeSpan.FromHours(6), async (services, cancel) => await services.GetRequiredService<ClearUp>().RunAsync(cancel)),
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Starten) life.ApplicationStarted.Register(() => _ = StartLaterAsync(life.ApplicationStopping));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);

    private async Task StartLaterAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(2), stopping);
            await engine.StartAsync(All, stopping);
        }
        catch (OperationCanceledException)
        {
            // Stopped before anything began.
        }
    }
}

public static class JobSetup
{
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(JobSettings.Section).Get<JobSettings>() ?? new());
        services.AddSingleton(configuration.GetSection(RetentionSettings.Section).Get<RetentionSettings>() ?? new());
        services.AddSingleton<IJobEngine, JobEngine>();
        services.AddScoped<ClearUp>();
        services.AddScoped<Rundenschluss>();
        services.AddHostedService<PortalJobs>();
        services.AddHostedService<QuietMinute>();
        return services;
    }

    /// <summary>One for the whole program, which forgets when nobody is there.</summary>
    public static IServiceCollection AddForgetful<T>(this IServiceCollection services) where T : class, IForgetful =>
        services.AddSingleton<T>().AddSingleton<IForgetful>(provider => provider.GetRequiredService<T>());
}

using Hangfire;
using Hangfire.InMemory;
using System.Collections.Concurrent;

namespace Portal.Platform.Jobs.Engines;

/// <summary>Hangfire, in memory, one per node: built in with <c>-p:JobEngine=Hangfire</c> where its packages restore.</summary>
internal sealed class JobEngine(IServiceScopeFactory scopes) : IJobEngine
{
    private static readonly ConcurrentDictionary<string, (IServiceScopeFactory Scopes, PortalJob Job)> s_jobs = new(StringComparer.Ordinal);
    private InMemoryStorage? _storage;
    private BackgroundJobServer? _server;

    public Task StartAsync(IReadOnlyList<PortalJob> jobs, CancellationToken cancel)
    {
        _storage = new InMemoryStorage();
        var recurring = new RecurringJobManager(_storage);
        foreach (var job in jobs)
        {
            s_jobs[job.Name] = (scopes, job);
            recurring.AddOrUpdate(job.Name, () => RunAsync(job.Name, CancellationToken.None), Cron(job.Every));
        }
        _server = new BackgroundJobServer(new BackgroundJobServerOptions { SchedulePollingInterval = TimeSpan.FromSeconds(1), WorkerCount = 2 }, _storage);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (_server is not { } server) return;
        server.SendStop();
        await server.WaitForShutdownAsync(cancel);
        server.Dispose();
        _server = null;
    }

    public void Wake(string name)
    {
        if (_server is not null && _storage is { } storage) new RecurringJobManager(storage).Trigger(name);
    }

    /// <summary>Called by Hangfire.</summary>
    [DisableConcurrentExecution(600)]
    public static async Task RunAsync(string name, CancellationToken cancel)
    {
        var (scopes, job) = s_jobs[name];
        await using var scope = scopes.CreateAsyncScope();
        await job.Run(scope.ServiceProvider, cancel);
    }

    private static string Cron(TimeSpan every) => every.TotalSeconds < 60 ? $"*/{(int)every.TotalSeconds} * * * * *" : every.TotalMinutes < 60 ? $"*/{(int)every.TotalMinutes} * * * *" : $"17 */{(int)every.TotalHours} * * *";
}

using Quartz;

namespace Portal.Platform.Jobs.Engines;

/// <summary>Quartz, in memory, one per node.</summary>
internal sealed partial class JobEngine(IServiceScopeFactory scopes, ILogger<JobEngine> log) : IJobEngine
{
    private const string DataKey = "job";
    private IScheduler? _scheduler;

    public async Task StartAsync(IReadOnlyList<PortalJob> jobs, CancellationToken cancel)
    {
        var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler(cancel);
        foreach (var job in jobs)
        {
            var data = new JobDataMap();
            data.Add(DataKey, new Work(this, job));
            await scheduler.ScheduleJob(
                JobBuilder.Create<Runner>().WithIdentity(job.Name).UsingJobData(data).Build(),
                TriggerBuilder.Create().WithIdentity(job.Name).StartNow().WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever()).Build(), cancellationToken: cancel);
        }
        await scheduler.Start(cancel);
        _scheduler = scheduler;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        var scheduler = Interlocked.Exchange(ref _scheduler, null);
        if (scheduler is not null) await scheduler.Shutdown(true, cancel);
    }

    public void Wake(string name)
    {
        if (_scheduler is { } scheduler) _ = Task.Run(async () => await scheduler.TriggerJob(new JobKey(name)));
    }

    private async Task RunAsync(PortalJob job, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await job.Run(scope.ServiceProvider, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The program ends; the work is still in the database.
        }
        catch (Exception e)
        {
            LogFailed(e, job.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Aufgabe „{Job}“ ist gescheitert; sie wird beim nächsten Mal wiederholt.")]
    private partial void LogFailed(Exception e, string job);

    private sealed record Work(JobEngine Engine, PortalJob Job);

    [DisallowConcurrentExecution]
    private sealed class Runner : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var work = (Work)context.JobDetail.JobDataMap[DataKey]!;
            await work.Engine.RunAsync(work.Job, cancellationToken);
        }
    }
}

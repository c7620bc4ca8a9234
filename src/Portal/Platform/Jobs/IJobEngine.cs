namespace Portal.Platform.Jobs;

/// <summary>Something to be done again and again. Running it twice, or on two nodes at once, does no harm.</summary>
/// <param name="Every">How long from one run to the next.</param>
public sealed record PortalJob(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>
/// Decides <em>when</em> jobs run, never <em>whether</em> something must be done: that stands in the database. Which library does it is
/// chosen when the program is built (<c>-p:JobEngine=…</c>, see docs/entscheidungen); nothing outside <c>Jobs/Engines</c> knows.
/// </summary>
public interface IJobEngine
{
    Task StartAsync(IReadOnlyList<PortalJob> jobs, CancellationToken cancel);

    /// <summary>Waits for running jobs.</summary>
    Task StopAsync(CancellationToken cancel);

    /// <summary>Runs a job now instead of later. Does nothing when the engine is not running.</summary>
    void Wake(string name);
}

using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Portal.Platform.Jobs;

/// <summary>
/// Gives memory back to the machine when nobody is there: after a busy time the collector would keep what it once needed, because it looks at old
/// objects only when new ones press. Each node does it for itself. While anybody works, nothing happens: everything stands still meanwhile.
/// </summary>
public sealed partial class QuietMinute(TimeProvider clock, IEnumerable<IForgetful> memories, ILogger<QuietMinute> log) : BackgroundService
{
    /// <summary>How long nobody must have done anything.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(20);

    /// <summary>Less than this many bytes for new objects is quiet: the jobs that run by themselves need some.</summary>
    private const long QuietBytes = 2_000_000;

    /// <summary>Fewer bytes since the last time are not worth the trouble.</summary>
    private const long WorthwhileBytes = 50_000_000;

    private const long MegaByte = 1024 * 1024;

    private long _seen;
    private long _cleared;

    /// <summary>Whether now is the time, by what has been allocated since the program began.</summary>
    public bool IsTime(long allocated)
    {
        var quiet = allocated - _seen < QuietBytes;
        _seen = allocated;
        if (!quiet || allocated - _cleared < WorthwhileBytes) return false;
        _cleared = allocated;
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_quiet, clock);
        // Stopped, it ends instead of failing: a program that cannot start has its own sentence to say.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
            if (IsTime(GC.GetTotalAllocatedBytes())) GiveBack();
    }

    private void GiveBack()
    {
        var before = Environment.WorkingSet;
        foreach (var memory in memories) memory.Forget();
        // Each connection keeps the pages of the file that it has read.
        SqliteConnection.ClearAllPools();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        // What SQLite and the compiler gave back, glibc still holds; other C libraries have no such function.
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out var trim)) Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
        LogGivenBack(log, before / MegaByte, Environment.WorkingSet / MegaByte);
    }

    private delegate int MallocTrim(nint keep);

    [LoggerMessage(LogLevel.Information, "Niemand da: Speicher zurückgegeben, {Before} MB -> {After} MB.")]
    private static partial void LogGivenBack(ILogger log, long before, long after);
}

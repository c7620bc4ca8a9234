using Portal.Platform.Data;

namespace Portal.Platform.Jobs;

/// <summary>Forgets what has served its time: each topic says what that is.</summary>
public sealed class ClearUp(PortalDb db, IEnumerable<Retention> topics, RetentionSettings periods, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        foreach (var topic in topics) await topic(db, periods, clock.GetUtcNow().UtcDateTime, cancel);
    }
}

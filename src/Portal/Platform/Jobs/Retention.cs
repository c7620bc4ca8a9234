using Portal.Platform.Data;

namespace Portal.Platform.Jobs;

/// <summary>How long each kind is kept. Settings under <c>Aufbewahrung</c>.</summary>
public sealed class RetentionSettings
{
    public const string Section = "Aufbewahrung";

    /// <summary>Days after sending; where mails stay in the portal (demo), after writing.</summary>
    public int GesendeteMailsTage { get; set; } = 90;

    /// <summary>Days after writing.</summary>
    public int GescheiterteMailsTage { get; set; } = 90;

    /// <summary>Months after the decision.</summary>
    public int BeitrittsanfragenMonate { get; set; } = 6;

    /// <summary>Months after the answer.</summary>
    public int BarrieremeldungenMonate { get; set; } = 12;

    /// <summary>Months after it was accepted, withdrawn or ran out.</summary>
    public int EinladungenMonate { get; set; } = 6;

    /// <summary>Days after the upload.</summary>
    public int PersonenlistenTage { get; set; } = 1;
}

/// <summary>
/// What a topic lets go when its time is over; called every few hours, and may find nothing to do. Registered in <see cref="Web.PortalApp"/>, so that
/// clearing up knows no topic.
/// </summary>
public delegate Task Retention(PortalDb db, RetentionSettings periods, DateTime now, CancellationToken cancel);

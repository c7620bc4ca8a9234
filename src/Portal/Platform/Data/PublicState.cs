using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Mail;
using Portal.Priorisierungen;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Platform.Data;

/// <summary>
/// Counts how often something changed that the public sees, or that lists are filtered by (state, Handlungsfeld, Sozialraum, route).
/// Whatever is remembered between requests carries <see cref="Value"/> in its key: a change then forgets it at once.
/// Read the value before reading the data it stands for.
/// </summary>
public sealed class PublicState
{
    private long _value = 1;
    private long _titles = 1;
    private long _accounts = 1;
    private volatile bool _isCertain = true;

    public long Value => Interlocked.Read(ref _value);

    /// <summary>False while this node cannot learn what other nodes change: then nothing remembered may be served.</summary>
    public bool IsCertain
    {
        get => _isCertain;
        internal set => _isCertain = value;
    }

    /// <summary>Counts new titles and summaries of what is not public yet; what lists of one's own drafts remember hangs on it as well.</summary>
    public long Titles => Interlocked.Read(ref _titles);

    internal void RaiseTitles() => Interlocked.Increment(ref _titles);

    /// <summary>Counts what changes about accounts and concerns no page: a new password, what one has read. Who acts hangs on it as well.</summary>
    public long Accounts => Interlocked.Read(ref _accounts);

    internal void RaiseAccounts() => Interlocked.Increment(ref _accounts);

    public void Raise() => Interlocked.Increment(ref _value);
}

/// <summary>Tells whether what is about to be saved concerns the public. When in doubt, it does.</summary>
internal static class PublicChange
{
    private static readonly HashSet<string> s_excerpts =
    [
        nameof(Vorschlag.GeaendertAm), nameof(Vorschlag.GeaendertVonId), nameof(Vorschlag.Schreibmarke), nameof(Vorschlag.SeitFassungGeaendert), nameof(Vorschlag.Version), nameof(Vorschlag.Fassungsnummer), nameof(Vorschlag.Titel), nameof(Vorschlag.Kurzfassung),
        nameof(Vorschlag.KostenEinmalig), nameof(Vorschlag.KostenLaufend), nameof(Vorschlag.ZeitrahmenVon), nameof(Vorschlag.ZeitrahmenBis),
    ];

    /// <summary>Expects that changes have been detected.</summary>
    public static bool IsAmong(IEnumerable<EntityEntry> entries) => entries.Any(Concerns);

    /// <summary>A new title or summary: lists show and order by it, even where the public does not see it.</summary>
    public static bool IsTitleAmong(IEnumerable<EntityEntry> entries) =>
        entries.Any(e => e is { State: EntityState.Modified, Entity: Vorschlag } && (e.Property(nameof(Vorschlag.Titel)).IsModified || e.Property(nameof(Vorschlag.Kurzfassung)).IsModified));

    /// <summary>Something about who may act, beyond what the public sees.</summary>
    public static bool IsAccountAmong(IEnumerable<EntityEntry> entries) => entries.Any(e => e is { State: EntityState.Modified or EntityState.Deleted, Entity: Konto or Person });

    private static bool Concerns(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity switch
    {
        Feldinhalt or Matrixzeile or Fassung or Kommentar or Vorschlaege.Diskussion.Erwaehnung => false,
        OutgoingMail or DataProtectionKey or KennungCounter or Einladung or Zugangslink or Personenliste or Beitrittsanfrage or Stammdaten.Barrieren.Barrieremeldung => false,
        Priorisierungen.Abstimmungen.Abstimmung or Priorisierungen.Abstimmungen.Stimmrecht or Priorisierungen.Abstimmungen.Urne or Priorisierungen.Abstimmungen.Papier.Papierabgabe => false,
        // Sheets are saved by themselves every few seconds while a hundred people fill them in.
        Bewertungsbogen or Bewertung or Bewertungsnotiz or Bewertungserinnerung or Papierbogen => false,
        Ereignis event_ => event_.Oeffentlich,
        Vorschlag { IstOeffentlich: false } => entry.State != EntityState.Modified || Changes(entry, except: s_excerpts),
        Person => entry.State != EntityState.Modified || Changes(entry, except: [nameof(Person.ZuletztGelesen), nameof(Person.Version)]),
        { } other => other.GetType() is var type && type != typeof(Konto) && type.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) != true,
    };

    private static bool Changes(EntityEntry entry, HashSet<string> except) => entry.Properties.Any(p => p.IsModified && !except.Contains(p.Metadata.Name));
}

/// <summary>What was saved inside an explicit transaction is told once that transaction is committed.</summary>
internal sealed class TellOnCommit : DbTransactionInterceptor
{
    public override void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as PortalDb)?.TellCommitted();

    public override Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as PortalDb)?.TellCommitted();
        return Task.CompletedTask;
    }
}

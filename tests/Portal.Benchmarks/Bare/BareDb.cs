using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Bare;

/// <summary>The portal's tables as plain rows, without any of its rules.</summary>
public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();
    public DbSet<FieldRow> Fields => Set<FieldRow>();
    public DbSet<MatrixRow> Rows => Set<MatrixRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<GroupRow> Groups => Set<GroupRow>();
    public DbSet<CommentRow> Comments => Set<CommentRow>();
    public DbSet<SheetRow> Sheets => Set<SheetRow>();
    public DbSet<ScoreRow> Scores => Set<ScoreRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProposalRow>().ToTable("Vorschlaege");
        modelBuilder.Entity<FieldRow>().ToTable("Feldinhalte").Property(f => f.Version).IsConcurrencyToken();
        modelBuilder.Entity<MatrixRow>().ToTable("Matrixzeilen");
        modelBuilder.Entity<EventRow>().ToTable("Ereignisse");
        modelBuilder.Entity<PersonRow>().ToTable("Personen");
        modelBuilder.Entity<GroupRow>().ToTable("Fachgruppen");
        modelBuilder.Entity<CommentRow>().ToTable("Kommentare");
        modelBuilder.Entity<SheetRow>().ToTable("Bewertungsboegen").Property(s => s.Version).IsConcurrencyToken();
        modelBuilder.Entity<ScoreRow>().ToTable("Bewertungen");
    }
}

public sealed class ProposalRow
{
    public int Id { get; set; }
    public string Kennung { get; set; } = "";
    public string Titel { get; set; } = "";
    public string Kurzfassung { get; set; } = "";
    public int FachgruppeId { get; set; }
    public string Weg { get; set; } = "";
    public int? HandlungsfeldId { get; set; }
    public string? Art { get; set; }
    public string Zustand { get; set; } = "";
    public DateTime StandSeit { get; set; }
    public DateTime? EingereichtAm { get; set; }
    public DateTime? VeroeffentlichtAm { get; set; }
    public long? KostenEinmalig { get; set; }
    public long? KostenLaufend { get; set; }
    public DateOnly? ZeitrahmenVon { get; set; }
    public DateOnly? ZeitrahmenBis { get; set; }
    public DateTime GeaendertAm { get; set; }
}

public sealed class FieldRow
{
    public int Id { get; set; }
    public int VorschlagId { get; set; }
    public string Feld { get; set; } = "";
    public string Wert { get; set; } = "";
    public string? Html { get; set; }
    public int Version { get; set; }
    public DateTime GeaendertAm { get; set; }
}

public sealed class MatrixRow
{
    public int Id { get; set; }
    public int VorschlagId { get; set; }
    public string Kennung { get; set; } = "";
    public string Zielfeld { get; set; } = "";
    public int Reihenfolge { get; set; }
    public string Werte { get; set; } = "";
}

public sealed class EventRow
{
    public long Id { get; set; }
    public string Art { get; set; } = "";
    public string Gegenstand { get; set; } = "";
    public string Kennung { get; set; } = "";
    public string Bezeichnung { get; set; } = "";
    public string Satz { get; set; } = "";
    public string? Grund { get; set; }
    public DateTime Zeitpunkt { get; set; }
    public bool Oeffentlich { get; set; }
    public int? PersonId { get; set; }
    public int? FachgruppeId { get; set; }
}

public sealed class PersonRow
{
    public int Id { get; set; }
    public string Vorname { get; set; } = "";
    public string Nachname { get; set; } = "";
}

public sealed class GroupRow
{
    public int Id { get; set; }
    public string Kennung { get; set; } = "";
    public string Name { get; set; } = "";
}

public sealed class CommentRow
{
    public int Id { get; set; }
    public int VorschlagId { get; set; }
    public string Ort { get; set; } = "";
    public DateTime? ErledigtAm { get; set; }
    public DateTime? EntferntAm { get; set; }
}

public sealed class SheetRow
{
    public int Id { get; set; }
    public int RundeId { get; set; }
    public string Sitz { get; set; } = "";
    public DateTime? GespeichertAm { get; set; }
    public int Version { get; set; }
}

public sealed class ScoreRow
{
    public int Id { get; set; }
    public int BogenId { get; set; }
    public string Punkte { get; set; } = "";
    public string Begruendungen { get; set; } = "";
    public int Stand { get; set; }
    public DateTime GespeichertAm { get; set; }
}

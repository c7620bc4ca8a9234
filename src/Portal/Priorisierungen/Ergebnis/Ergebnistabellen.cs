using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Priorisierungen.Ergebnis;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Rundenergebnis> Rundenergebnisse => Set<Rundenergebnis>();
        public DbSet<Ergebniszeile> Ergebniszeilen => Set<Ergebniszeile>();
    }
}

namespace Portal.Priorisierungen.Ergebnis
{
    internal sealed class Ergebnistabelle : IEntityTypeConfiguration<Rundenergebnis>
    {
        public void Configure(EntityTypeBuilder<Rundenergebnis> b)
        {
            b.ToTable("Rundenergebnisse");
            // Eine Runde hat ein Ergebnis, auch wenn zwei zugleich auswerten.
            b.HasKey(e => e.RundeId);
            b.Property(e => e.RundeId).ValueGeneratedNever();
            b.Property(e => e.Uebersicht).AsJson();
            b.HasOne(e => e.Runde).WithOne().HasForeignKey<Rundenergebnis>(e => e.RundeId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(e => e.Zeilen).WithOne().HasForeignKey(z => z.RundeId);
        }
    }

    internal sealed class Ergebniszeilentabelle : IEntityTypeConfiguration<Ergebniszeile>
    {
        public void Configure(EntityTypeBuilder<Ergebniszeile> b)
        {
            b.ToTable("Ergebniszeilen");
            b.HasKey(z => z.RundenvorschlagId);
            b.Property(z => z.RundenvorschlagId).ValueGeneratedNever();
            b.HasIndex(z => new { z.RundeId, z.Folge }).IsUnique();
            b.Property(z => z.Werte).AsJson();
            b.Property(z => z.Raenge).AsJson();
            b.HasOne(z => z.Rundenvorschlag).WithOne().HasForeignKey<Ergebniszeile>(z => z.RundenvorschlagId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Fachgruppen;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Fachgruppe> Fachgruppen => Set<Fachgruppe>();
        public DbSet<Mitgliedschaft> Mitgliedschaften => Set<Mitgliedschaft>();
        public DbSet<Beitrittsanfrage> Beitrittsanfragen => Set<Beitrittsanfrage>();
    }
}

namespace Portal.Fachgruppen
{
    internal sealed class Fachgruppentabelle : IEntityTypeConfiguration<Fachgruppe>
    {
        public void Configure(EntityTypeBuilder<Fachgruppe> b)
        {
            b.ToTable("Fachgruppen");
            b.HasIndex(g => g.Kennung).IsUnique();
            b.Property(g => g.Name).HasMaxLength(200);
            b.Property(g => g.Auftrag).HasMaxLength(4000);
            b.Property(g => g.Querschnittsthema).HasMaxLength(200);
            b.Property(g => g.Turnus).HasMaxLength(300);
            b.HasMany(g => g.Mitgliedschaften).WithOne(m => m.Fachgruppe).HasForeignKey(m => m.FachgruppeId);
            b.HasMany(g => g.Schritte).WithOne().HasForeignKey(s => s.FachgruppeId);
        }
    }

    internal sealed class Fachgruppenschritttabelle : IEntityTypeConfiguration<Fachgruppenschritt>
    {
        public void Configure(EntityTypeBuilder<Fachgruppenschritt> b) => b.ToTable("Fachgruppenschritte");
    }

    internal sealed class Mitgliedschaftstabelle : IEntityTypeConfiguration<Mitgliedschaft>
    {
        public void Configure(EntityTypeBuilder<Mitgliedschaft> b)
        {
            b.ToTable("Mitgliedschaften");
            b.HasIndex(m => new { m.PersonId, m.Bis });
            b.HasIndex(m => new { m.FachgruppeId, m.PersonId }).IsUnique().HasFilter("\"Bis\" IS NULL").HasDatabaseName("IX_Mitgliedschaften_Aktuell");
            b.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class Beitrittsanfragentabelle : IEntityTypeConfiguration<Beitrittsanfrage>
    {
        public void Configure(EntityTypeBuilder<Beitrittsanfrage> b)
        {
            b.ToTable("Beitrittsanfragen");
            b.HasIndex(a => a.Kennung).IsUnique();
            b.HasIndex(a => new { a.FachgruppeId, a.EntschiedenAm });
            b.HasIndex(a => new { a.FachgruppeId, a.EmailNormal }).IsUnique().HasFilter("\"EntschiedenAm\" IS NULL").HasDatabaseName("IX_Beitrittsanfragen_Offen");
            b.Property(a => a.Nachricht).HasMaxLength(4000);
        }
    }
}

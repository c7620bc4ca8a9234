using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Konferenzen;
using Portal.Platform.Data;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Geschaeftsordnung> Geschaeftsordnungen => Set<Geschaeftsordnung>();
        public DbSet<Sitz> Sitze => Set<Sitz>();
        public DbSet<Sitzbesetzung> Sitzbesetzungen => Set<Sitzbesetzung>();
    }
}

namespace Portal.Konferenzen
{
    internal sealed class Geschaeftsordnungstabelle : IEntityTypeConfiguration<Geschaeftsordnung>
    {
        public void Configure(EntityTypeBuilder<Geschaeftsordnung> b)
        {
            b.ToTable("Geschaeftsordnungen");
            b.HasIndex(g => g.Kennung).IsUnique();
            b.HasIndex(g => g.GiltAb).IsUnique();
            b.Property(g => g.Grund).HasMaxLength(2000);
            b.Property(g => g.Inhalt).AsJson();
        }
    }

    internal sealed class Sitztabelle : IEntityTypeConfiguration<Sitz>
    {
        public void Configure(EntityTypeBuilder<Sitz> b)
        {
            b.ToTable("Sitze");
            b.HasIndex(s => s.Kennung).IsUnique();
            b.Property(s => s.Bank).HasMaxLength(80);
            b.Ignore(s => s.Name);
            b.Property(s => s.Fraktion).HasMaxLength(200);
            b.HasMany(s => s.Besetzungen).WithOne(x => x.Sitz).HasForeignKey(x => x.SitzId);
        }
    }

    internal sealed class Sitzbesetzungstabelle : IEntityTypeConfiguration<Sitzbesetzung>
    {
        public void Configure(EntityTypeBuilder<Sitzbesetzung> b)
        {
            b.ToTable("Sitzbesetzungen");
            b.HasIndex(x => x.Kennung).IsUnique();
            b.Property(x => x.Kennung).HasMaxLength(80);
            b.Property(x => x.EntsandtVon).HasMaxLength(200);
            b.Property(x => x.Endegrund).HasMaxLength(2000);
            b.Ignore(x => x.Zeitraum);
            b.HasIndex(x => new { x.PersonId, x.Von });
            // Auch wenn zwei Anfragen an der Regel zugleich vorbeikommen: ein Sitz hat eine Inhaber:in, und niemand hat zwei Sitze.
            b.HasIndex(x => x.SitzId, "EinSitzEineInhaberin").IsUnique().HasFilter("\"Bis\" IS NULL AND \"Stellung\" = 'Inhaber'");
            b.HasIndex(x => x.PersonId, "EinePersonEinSitz").IsUnique().HasFilter("\"Bis\" IS NULL AND \"Stellung\" = 'Inhaber'");
            b.HasIndex(x => x.SitzId);
            b.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(x => x.Ruhezeiten).WithOne().HasForeignKey(r => r.SitzbesetzungId);
        }
    }

    internal sealed class Ruhezeittabelle : IEntityTypeConfiguration<Ruhezeit>
    {
        public void Configure(EntityTypeBuilder<Ruhezeit> b)
        {
            b.ToTable("Ruhezeiten");
            b.Ignore(r => r.Zeitraum);
            b.Property(r => r.Grund).HasMaxLength(2000);
        }
    }
}

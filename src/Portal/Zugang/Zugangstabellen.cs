using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Person> Personen => Set<Person>();
        public DbSet<Einladung> Einladungen => Set<Einladung>();
        public DbSet<Zugangslink> Zugangslinks => Set<Zugangslink>();
        public DbSet<Personenliste> Personenlisten => Set<Personenliste>();
    }
}

namespace Portal.Zugang
{
    internal sealed class Personentabelle : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> b)
        {
            b.ToTable("Personen");
            b.HasIndex(p => p.Kennung).IsUnique();
            b.HasIndex(p => p.EmailNormal).IsUnique();
            b.HasIndex(p => new { p.NameNormal, p.Id });
            b.Property(p => p.Email).HasMaxLength(254);
            b.Property(p => p.EmailNormal).HasMaxLength(254);
            // Wer nachsieht, was ansteht, überholt niemanden, der gerade die Rollen festlegt.
            b.Property(p => p.ZuletztGelesen).DoesNotCount();
            b.PrimitiveCollection(p => p.Rollen).ElementType().HasConversion<string>();
            b.PrimitiveCollection(p => p.FruehereNamen);
            b.PrimitiveCollection(p => p.FruehereAdressen);
        }
    }

    internal sealed class Kontotabelle : IEntityTypeConfiguration<Konto>
    {
        public void Configure(EntityTypeBuilder<Konto> b)
        {
            b.ToTable("Konten");
            b.HasIndex(k => k.PersonId).IsUnique();
            b.Property(k => k.PhoneNumber).HasMaxLength(256);
            b.HasOne(k => k.Person).WithOne().HasForeignKey<Konto>(k => k.PersonId);
        }
    }

    internal sealed class Einladungstabelle : IEntityTypeConfiguration<Einladung>
    {
        public void Configure(EntityTypeBuilder<Einladung> b)
        {
            b.ToTable("Einladungen");
            b.HasIndex(e => e.Kennung).IsUnique();
            b.HasIndex(e => e.Abdruck).IsUnique();
            b.HasIndex(e => e.EmailNormal);
            b.HasIndex(e => new { e.FachgruppeId, e.Id });
            b.PrimitiveCollection(e => e.Rollen).ElementType().HasConversion<string>();
        }
    }

    internal sealed class Zugangslinktabelle : IEntityTypeConfiguration<Zugangslink>
    {
        public void Configure(EntityTypeBuilder<Zugangslink> b)
        {
            b.ToTable("Zugangslinks");
            b.HasIndex(l => l.Abdruck).IsUnique();
            b.Property(l => l.Abdruck).HasMaxLength(64);
            b.Property(l => l.NeueEmail).HasMaxLength(254);
            b.HasOne(l => l.Konto).WithMany().HasForeignKey(l => l.KontoId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class Personenlistentabelle : IEntityTypeConfiguration<Personenliste>
    {
        public void Configure(EntityTypeBuilder<Personenliste> b)
        {
            b.ToTable("Personenlisten");
            b.HasIndex(l => l.Kennung).IsUnique();
            b.Property(l => l.Kennung).HasMaxLength(80);
            b.Property(l => l.Dateiname).HasMaxLength(260);
            b.Property(l => l.UebernommenAm).IsConcurrencyToken();
        }
    }
}

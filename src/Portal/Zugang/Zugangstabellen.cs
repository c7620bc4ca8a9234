using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Zugang;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Person> Personen => Set<Person>();
        public DbSet<Einladung> Einladungen => Set<Einladung>();
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
            b.HasIndex(p => new { p.Nachname, p.Vorname });
            b.Property(p => p.Email).HasMaxLength(254);
            b.Property(p => p.EmailNormal).HasMaxLength(254);
            b.PrimitiveCollection(p => p.Rollen).ElementType().HasConversion<string>();
        }
    }

    internal sealed class Kontotabelle : IEntityTypeConfiguration<Konto>
    {
        public void Configure(EntityTypeBuilder<Konto> b)
        {
            b.ToTable("Konten");
            b.HasIndex(k => k.PersonId).IsUnique();
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
            b.PrimitiveCollection(e => e.Rollen).ElementType().HasConversion<string>();
        }
    }
}

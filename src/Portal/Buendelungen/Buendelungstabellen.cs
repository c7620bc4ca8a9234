using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Buendelungen;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Buendelung> Buendelungen => Set<Buendelung>();
        public DbSet<Buendelungsteil> Buendelungsteile => Set<Buendelungsteil>();
    }
}

namespace Portal.Buendelungen
{
    internal sealed class Buendelungstabelle : IEntityTypeConfiguration<Buendelung>
    {
        public void Configure(EntityTypeBuilder<Buendelung> b)
        {
            b.ToTable("Buendelungen");
            b.HasIndex(x => x.Kennung).IsUnique();
            b.Property(x => x.Titel).HasMaxLength(200);
            b.Property(x => x.Begruendung).HasMaxLength(4000);
            b.Property(x => x.Aufloesungsgrund).HasMaxLength(2000);
            b.HasMany(x => x.Teile).WithOne().HasForeignKey(t => t.BuendelungId);
        }
    }

    internal sealed class Buendelungsteiltabelle : IEntityTypeConfiguration<Buendelungsteil>
    {
        public void Configure(EntityTypeBuilder<Buendelungsteil> b)
        {
            b.ToTable("Buendelungsteile");
            b.Property(t => t.Grund).HasMaxLength(2000);
            b.HasIndex(t => new { t.BuendelungId, t.VorschlagId }).IsUnique();
            b.HasIndex(t => t.VorschlagId, "EinVorschlagEineLaufendeBuendelung").IsUnique().HasFilter("\"Laeuft\"");
            b.HasOne(t => t.Vorschlag).WithMany().HasForeignKey(t => t.VorschlagId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

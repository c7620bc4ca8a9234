using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Stammdaten.Barrieren;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Barrieremeldung> Barrieremeldungen => Set<Barrieremeldung>();
    }
}

namespace Portal.Stammdaten.Barrieren
{
    internal sealed class Barrieremeldungstabelle : IEntityTypeConfiguration<Barrieremeldung>
    {
        public void Configure(EntityTypeBuilder<Barrieremeldung> b)
        {
            b.ToTable("Barrieremeldungen");
            b.HasIndex(m => m.Kennung).IsUnique();
            b.HasIndex(m => new { m.ErledigtAm, m.GemeldetAm });
            b.Property(m => m.Seite).HasMaxLength(300);
            b.Property(m => m.Beschreibung).HasMaxLength(4000);
            b.Property(m => m.Name).HasMaxLength(150);
            b.Property(m => m.Email).HasMaxLength(254);
            b.Property(m => m.EmailNormal).HasMaxLength(254);
            b.HasIndex(m => m.EmailNormal);
            b.Property(m => m.Antwort).HasMaxLength(4000);
        }
    }
}

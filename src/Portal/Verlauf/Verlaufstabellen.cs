using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Grundbegriffe;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Ereignis> Ereignisse => Set<Ereignis>();
    }
}

namespace Portal.Verlauf
{
    internal sealed class Ereignistabelle : IEntityTypeConfiguration<Ereignis>
    {
        public void Configure(EntityTypeBuilder<Ereignis> b)
        {
            b.ToTable("Ereignisse");
            b.HasIndex(e => new { e.Gegenstand, e.Kennung, e.Id });
            b.HasIndex(e => new { e.FachgruppeId, e.Zeitpunkt });
            b.HasIndex(e => new { e.PersonId, e.Id });
            b.HasIndex(e => e.BetrifftPersonId);
            b.HasIndex(e => e.Zeitpunkt);
            b.Property(e => e.Art).HasMaxLength(80);
            b.Property(e => e.Gegenstand).HasMaxLength(40);
            b.Property(e => e.Kennung).HasMaxLength(80);
        }
    }
}

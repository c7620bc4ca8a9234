using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen.Papier;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Papierabgabe> Papierabgaben => Set<Papierabgabe>();
    }
}

namespace Portal.Priorisierungen.Abstimmungen.Papier
{
    internal sealed class Papierabgabetabelle : IEntityTypeConfiguration<Papierabgabe>
    {
        public void Configure(EntityTypeBuilder<Papierabgabe> b)
        {
            b.ToTable("Papierabgaben");
            // Je Abstimmung wartet höchstens eine: auch wenn zwei zugleich eintragen.
            b.HasKey(p => p.AbstimmungId);
            b.Property(p => p.Kennung).HasMaxLength(80);
            b.Property(p => p.JeSitz).AsJson();
            b.Ignore(p => p.Zettel);
            b.HasOne(p => p.Abstimmung).WithOne().HasForeignKey<Papierabgabe>(p => p.AbstimmungId);
        }
    }
}

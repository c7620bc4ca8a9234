using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Sondervoten;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Sondervotum> Sondervoten => Set<Sondervotum>();
        public DbSet<Mitzeichnung> Mitzeichnungen => Set<Mitzeichnung>();
    }
}

namespace Portal.Sondervoten
{
    internal sealed class Sondervotumstabelle : IEntityTypeConfiguration<Sondervotum>
    {
        public void Configure(EntityTypeBuilder<Sondervotum> b)
        {
            b.ToTable("Sondervoten");
            b.HasIndex(s => s.Kennung).IsUnique();
            b.HasIndex(s => s.LetzterTag);
            b.Property(s => s.Text).HasMaxLength(Sondervotumsregeln.HoechsteLaenge);
            b.HasOne(s => s.Abstimmung).WithMany().HasForeignKey(s => s.AbstimmungId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(s => s.Vorschlag).WithMany().HasForeignKey(s => s.VorschlagId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(s => s.Mitzeichnungen).WithOne().HasForeignKey(m => m.SondervotumId);
        }
    }

    internal sealed class Mitzeichnungstabelle : IEntityTypeConfiguration<Mitzeichnung>
    {
        public void Configure(EntityTypeBuilder<Mitzeichnung> b)
        {
            b.ToTable("Mitzeichnungen");
            // Ein Sitz steht höchstens einmal unter einem Sondervotum.
            b.HasIndex(m => new { m.SondervotumId, m.StimmrechtId }).IsUnique();
            b.HasOne(m => m.Stimmrecht).WithMany().HasForeignKey(m => m.StimmrechtId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

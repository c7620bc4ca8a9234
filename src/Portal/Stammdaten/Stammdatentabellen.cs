using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Stammdaten;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Handlungsfeld> Handlungsfelder => Set<Handlungsfeld>();
        public DbSet<Sozialraum> Sozialraeume => Set<Sozialraum>();
        public DbSet<Kommune> Kommune => Set<Kommune>();
        public DbSet<Seitentext> Seitentexte => Set<Seitentext>();
    }
}

namespace Portal.Stammdaten
{
    internal sealed class Handlungsfeldtabelle : IEntityTypeConfiguration<Handlungsfeld>
    {
        public void Configure(EntityTypeBuilder<Handlungsfeld> b)
        {
            b.ToTable("Handlungsfelder");
            b.HasIndex(h => h.Kennung).IsUnique();
            b.Property(h => h.Name).HasMaxLength(100);
            b.Property(h => h.Beschreibung).HasMaxLength(1000);
            b.Property(h => h.Fachausschuss).HasMaxLength(200);
        }
    }

    internal sealed class Sozialraumtabelle : IEntityTypeConfiguration<Sozialraum>
    {
        public void Configure(EntityTypeBuilder<Sozialraum> b)
        {
            b.ToTable("Sozialraeume");
            b.HasIndex(s => s.Kennung).IsUnique();
            b.Property(s => s.Name).HasMaxLength(100);
            b.Property(s => s.Ebene).HasMaxLength(60);
            b.HasOne(s => s.Uebergeordnet).WithMany().HasForeignKey(s => s.UebergeordnetId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class Kommunetabelle : IEntityTypeConfiguration<Kommune>
    {
        public void Configure(EntityTypeBuilder<Kommune> b)
        {
            b.ToTable("Kommune");
            b.HasIndex(k => k.Kennung).IsUnique();
            b.Property(k => k.Name).HasMaxLength(120);
            b.Property(k => k.Akzentfarbe).HasMaxLength(7);
        }
    }

    internal sealed class Seitentexttabelle : IEntityTypeConfiguration<Seitentext>
    {
        public void Configure(EntityTypeBuilder<Seitentext> b)
        {
            b.ToTable("Seitentexte");
            b.HasKey(s => s.Seite);
            b.Property(s => s.Seite).HasMaxLength(60);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Priorisierungen.Abstimmungen;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Abstimmung> Abstimmungen => Set<Abstimmung>();
        public DbSet<Stimmrecht> Stimmrechte => Set<Stimmrecht>();
        public DbSet<Urne> Urnen => Set<Urne>();
    }
}

namespace Portal.Priorisierungen.Abstimmungen
{
    internal sealed class Abstimmungstabelle : IEntityTypeConfiguration<Abstimmung>
    {
        public void Configure(EntityTypeBuilder<Abstimmung> b)
        {
            b.ToTable("Abstimmungen");
            b.HasIndex(a => a.Kennung).IsUnique();
            b.HasIndex(a => new { a.Zustand, a.Id });
            b.Property(a => a.Antrag).HasMaxLength(Abstimmungsregeln.AntragHoechstens);
            b.Property(a => a.Ergebnis).AsJson();
            b.HasOne(a => a.Vorschlag).WithMany().HasForeignKey(a => a.VorschlagId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(a => a.Runde).WithMany().HasForeignKey(a => a.RundeId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(a => a.Geschaeftsordnung).WithMany().HasForeignKey(a => a.GeschaeftsordnungId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(a => a.Stimmrechte).WithOne(r => r.Abstimmung).HasForeignKey(r => r.AbstimmungId);
        }
    }

    internal sealed class Stimmrechtstabelle : IEntityTypeConfiguration<Stimmrecht>
    {
        public void Configure(EntityTypeBuilder<Stimmrecht> b)
        {
            b.ToTable("Stimmrechte");
            // Auch wenn zwei Anfragen an der Regel zugleich vorbeikommen: ein Sitz hat eine Stimme, und niemand führt zwei.
            b.HasIndex(r => new { r.AbstimmungId, r.SitzId }).IsUnique();
            b.HasIndex(r => new { r.AbstimmungId, r.HandelndePersonId }).IsUnique();
            b.HasIndex(r => r.HandelndePersonId);
            b.Property(r => r.Bank).HasMaxLength(200);
            b.Property(r => r.Sitzname).HasMaxLength(220);
            b.Property(r => r.Vertretungsgrund).HasMaxLength(2000);
            b.Property(r => r.Befangenheitsgrund).HasMaxLength(2000);
            b.Ignore(r => r.WirdVertreten);
            b.Ignore(r => r.IstAnwesend);
            b.HasOne(r => r.Sitz).WithMany().HasForeignKey(r => r.SitzId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(r => r.Inhaber).WithMany().HasForeignKey(r => r.InhaberPersonId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(r => r.Handelnde).WithMany().HasForeignKey(r => r.HandelndePersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class Urnentabelle : IEntityTypeConfiguration<Urne>
    {
        public void Configure(EntityTypeBuilder<Urne> b)
        {
            b.ToTable("Urnen");
            b.HasKey(u => u.AbstimmungId);
            b.Ignore(u => u.Zettel);
            // Der alte Inhalt ist die Bedingung der Änderung: Eine Zählspalte würde die Zeile wachsen lassen und verriete die Reihenfolge.
            b.Property(u => u.Inhalt).IsConcurrencyToken();
            b.HasOne(u => u.Abstimmung).WithOne().HasForeignKey<Urne>(u => u.AbstimmungId);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Stammdaten;
using Portal.Vorschlaege;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Vorschlag> Vorschlaege => Set<Vorschlag>();
        public DbSet<Feldinhalt> Feldinhalte => Set<Feldinhalt>();
        public DbSet<Matrixzeile> Matrixzeilen => Set<Matrixzeile>();
        public DbSet<Fassung> Fassungen => Set<Fassung>();
        public DbSet<Kommentar> Kommentare => Set<Kommentar>();
        public DbSet<Vorschlagsformular> Vorschlagsformular => Set<Vorschlagsformular>();
    }
}

namespace Portal.Vorschlaege
{
    internal sealed class Vorschlagstabelle : IEntityTypeConfiguration<Vorschlag>
    {
        public void Configure(EntityTypeBuilder<Vorschlag> b)
        {
            b.ToTable("Vorschlaege");
            b.HasIndex(v => v.Kennung).IsUnique();
            b.HasIndex(v => new { v.FachgruppeId, v.Zustand });
            b.HasIndex(v => new { v.Zustand, v.EingereichtAm });
            b.HasIndex(v => v.VeroeffentlichtAm);
            b.Property(v => v.Titel).HasMaxLength(200);
            b.Property(v => v.Kurzfassung).HasMaxLength(1200);
            // Was beim Schreiben mitläuft, macht keine neue Version: die Felder und Zeilen haben eigene. Übergänge und Fassungen zählen.
            b.Property(v => v.GeaendertAm).DoesNotCount();
            b.Property(v => v.GeaendertVonId).DoesNotCount();
            b.Property(v => v.Schreibmarke).DoesNotCount();
            b.Property(v => v.SeitFassungGeaendert).DoesNotCount();
            b.Property(v => v.Titel).DoesNotCount();
            b.Property(v => v.Kurzfassung).DoesNotCount();
            b.Property(v => v.HandlungsfeldId).DoesNotCount();
            b.Property(v => v.Art).DoesNotCount();
            b.Property(v => v.KostenEinmalig).DoesNotCount();
            b.Property(v => v.KostenLaufend).DoesNotCount();
            b.Property(v => v.ZeitrahmenVon).DoesNotCount();
            b.Property(v => v.ZeitrahmenBis).DoesNotCount();
            b.HasOne(v => v.Fachgruppe).WithMany().HasForeignKey(v => v.FachgruppeId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(v => v.Handlungsfeld).WithMany().HasForeignKey(v => v.HandlungsfeldId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(v => v.Felder).WithOne().HasForeignKey(f => f.VorschlagId);
            b.HasMany(v => v.Zeilen).WithOne().HasForeignKey(z => z.VorschlagId);
            b.HasMany(v => v.Fassungen).WithOne().HasForeignKey(f => f.VorschlagId);
            b.HasMany(v => v.Sozialraeume).WithMany().UsingEntity(
                "VorschlagSozialraum",
                r => r.HasOne(typeof(Sozialraum)).WithMany().HasForeignKey("SozialraumId").OnDelete(DeleteBehavior.Restrict),
                l => l.HasOne(typeof(Vorschlag)).WithMany().HasForeignKey("VorschlagId"),
                j => { j.ToTable("Vorschlagsraeume"); j.HasKey("SozialraumId", "VorschlagId"); });
        }
    }

    internal sealed class Feldinhaltstabelle : IEntityTypeConfiguration<Feldinhalt>
    {
        public void Configure(EntityTypeBuilder<Feldinhalt> b)
        {
            b.ToTable("Feldinhalte");
            b.HasIndex(f => new { f.VorschlagId, f.Feld }).IsUnique();
        }
    }

    internal sealed class Matrixzeilentabelle : IEntityTypeConfiguration<Matrixzeile>
    {
        public void Configure(EntityTypeBuilder<Matrixzeile> b)
        {
            b.ToTable("Matrixzeilen");
            b.HasIndex(z => new { z.VorschlagId, z.Kennung }).IsUnique();
            b.Property(z => z.Reihenfolge).DoesNotCount();
            b.Property(z => z.Werte).AsJson();
        }
    }

    internal sealed class Fassungstabelle : IEntityTypeConfiguration<Fassung>
    {
        public void Configure(EntityTypeBuilder<Fassung> b)
        {
            b.ToTable("Fassungen");
            b.HasIndex(f => new { f.VorschlagId, f.Nummer }).IsUnique();
        }
    }

    internal sealed class Kommentartabelle : IEntityTypeConfiguration<Kommentar>
    {
        public void Configure(EntityTypeBuilder<Kommentar> b)
        {
            b.ToTable("Kommentare");
            b.HasIndex(k => k.Kennung).IsUnique();
            b.HasIndex(k => k.VorschlagId);
            b.HasOne(k => k.Vorschlag).WithMany().HasForeignKey(k => k.VorschlagId);
        }
    }

    internal sealed class Formulartabelle : IEntityTypeConfiguration<Vorschlagsformular>
    {
        public void Configure(EntityTypeBuilder<Vorschlagsformular> b)
        {
            b.ToTable("Vorschlagsformular");
            b.HasIndex(f => f.Kennung).IsUnique();
            b.PrimitiveCollection(f => f.Pflichtfelder).ElementType().HasConversion<string>();
            b.Property(f => f.Matrix).AsJson();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Priorisierungen;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Priorisierungsrunde> Priorisierungsrunden => Set<Priorisierungsrunde>();
        public DbSet<Rundenvorschlag> Rundenvorschlaege => Set<Rundenvorschlag>();
        public DbSet<Rundenteil> Rundenteile => Set<Rundenteil>();
        public DbSet<Bewertungsbogen> Bewertungsboegen => Set<Bewertungsbogen>();
        public DbSet<Bewertung> Bewertungen => Set<Bewertung>();
        public DbSet<Bewertungsnotiz> Bewertungsnotizen => Set<Bewertungsnotiz>();
        public DbSet<Bewertungserinnerung> Bewertungserinnerungen => Set<Bewertungserinnerung>();
        public DbSet<Papierbogen> Papierboegen => Set<Papierbogen>();
    }
}

namespace Portal.Priorisierungen
{
    internal sealed class Rundentabelle : IEntityTypeConfiguration<Priorisierungsrunde>
    {
        public void Configure(EntityTypeBuilder<Priorisierungsrunde> b)
        {
            b.ToTable("Priorisierungsrunden");
            b.HasIndex(r => r.Kennung).IsUnique();
            b.Property(r => r.Titel).HasMaxLength(Rundenregeln.HoechsteTitellaenge);
            b.Property(r => r.Schlussgrund).HasMaxLength(2000);
            b.Property(r => r.Kriterien).AsJson();
            b.Property(r => r.Grundlage).AsJson();
            b.Ignore(r => r.Schluss);
            b.HasMany(r => r.Vorschlaege).WithOne().HasForeignKey(v => v.RundeId);
            // Auf eine Runde folgt höchstens eine weitere.
            b.HasOne<Priorisierungsrunde>().WithMany().HasForeignKey(r => r.ErsteRundeId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(r => r.ErsteRundeId).IsUnique();
            b.HasIndex(r => r.Bis);
        }
    }

    internal sealed class Rundenvorschlagstabelle : IEntityTypeConfiguration<Rundenvorschlag>
    {
        public void Configure(EntityTypeBuilder<Rundenvorschlag> b)
        {
            b.ToTable("Rundenvorschlaege");
            b.HasIndex(v => new { v.RundeId, v.VorschlagId }).IsUnique();
            b.HasOne(v => v.Vorschlag).WithMany().HasForeignKey(v => v.VorschlagId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(v => v.Buendelung).WithMany().HasForeignKey(v => v.BuendelungId).OnDelete(DeleteBehavior.Restrict);
            b.Property(v => v.Buendelungstitel).HasMaxLength(200);
            b.Ignore(v => v.Teile);
            b.HasMany(v => v.Weitere).WithOne().HasForeignKey(t => t.RundenvorschlagId);
        }
    }

    internal sealed class Rundenteiltabelle : IEntityTypeConfiguration<Rundenteil>
    {
        public void Configure(EntityTypeBuilder<Rundenteil> b)
        {
            b.ToTable("Rundenteile");
            b.HasIndex(t => new { t.RundenvorschlagId, t.VorschlagId }).IsUnique();
            b.HasOne(t => t.Vorschlag).WithMany().HasForeignKey(t => t.VorschlagId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class Bogentabelle : IEntityTypeConfiguration<Bewertungsbogen>
    {
        public void Configure(EntityTypeBuilder<Bewertungsbogen> b)
        {
            b.ToTable("Bewertungsboegen");
            b.HasIndex(x => x.Kennung).IsUnique();
            b.Property(x => x.Kennung).HasMaxLength(160);
            b.Property(x => x.Sitz).HasMaxLength(80);
            b.Property(x => x.Bank).HasMaxLength(80);
            b.Property(x => x.Sitzname).HasMaxLength(160);
            b.Property(x => x.Fraktion).HasMaxLength(200);
            b.Property(x => x.Vertretungsgrund).HasMaxLength(Bewertungsregeln.HoechsteBegruendung);
            b.Property(x => x.StellvertretungIds).AsJson();
            // Ein Sitz, ein Bogen: auch wenn eine Regel versagt.
            b.HasIndex(x => new { x.RundeId, x.SitzId }).IsUnique();
            b.HasIndex(x => x.SitzId);
            b.HasOne(x => x.Runde).WithMany().HasForeignKey(x => x.RundeId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Portal.Konferenzen.Sitz>().WithMany().HasForeignKey(x => x.SitzId).OnDelete(DeleteBehavior.Restrict);
            b.HasMany(x => x.Bewertungen).WithOne().HasForeignKey(w => w.BogenId);
        }
    }

    internal sealed class Bewertungstabelle : IEntityTypeConfiguration<Bewertung>
    {
        public void Configure(EntityTypeBuilder<Bewertung> b)
        {
            b.ToTable("Bewertungen");
            b.HasIndex(w => new { w.BogenId, w.RundenvorschlagId }).IsUnique();
            b.Property(w => w.Punkte).HasMaxLength(40);
            b.Property(w => w.Befangenheitsgrund).HasMaxLength(Bewertungsregeln.HoechsteBegruendung);
            b.Property(w => w.Begruendungen).AsJson();
            b.Ignore(w => w.Antwort);
            b.HasOne<Rundenvorschlag>().WithMany().HasForeignKey(w => w.RundenvorschlagId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class Notiztabelle : IEntityTypeConfiguration<Bewertungsnotiz>
    {
        public void Configure(EntityTypeBuilder<Bewertungsnotiz> b)
        {
            b.ToTable("Bewertungsnotizen");
            b.HasIndex(n => new { n.RundenvorschlagId, n.PersonId }).IsUnique();
            b.Property(n => n.Text).HasMaxLength(Bewertungsregeln.HoechsteNotiz);
            b.HasOne<Rundenvorschlag>().WithMany().HasForeignKey(n => n.RundenvorschlagId);
        }
    }

    internal sealed class Bewertungserinnerungstabelle : IEntityTypeConfiguration<Bewertungserinnerung>
    {
        public void Configure(EntityTypeBuilder<Bewertungserinnerung> b)
        {
            b.ToTable("Bewertungserinnerungen");
            // Nie zweimal an einem Tag, auch wenn zwei zugleich auf den Knopf drücken.
            b.HasIndex(e => new { e.RundeId, e.PersonId, e.Tag }).IsUnique();
            b.HasOne<Priorisierungsrunde>().WithMany().HasForeignKey(e => e.RundeId);
        }
    }

    internal sealed class Papierbogentabelle : IEntityTypeConfiguration<Papierbogen>
    {
        public void Configure(EntityTypeBuilder<Papierbogen> b)
        {
            b.ToTable("Papierboegen");
            b.HasIndex(p => p.BogenId).IsUnique();
            b.Property(p => p.Antworten).AsJson();
            b.HasOne<Bewertungsbogen>().WithMany().HasForeignKey(p => p.BogenId);
        }
    }
}

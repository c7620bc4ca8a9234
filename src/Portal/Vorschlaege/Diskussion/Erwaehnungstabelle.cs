using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Vorschlaege.Diskussion;
using Portal.Zugang;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        public DbSet<Erwaehnung> Erwaehnungen => Set<Erwaehnung>();
    }
}

namespace Portal.Vorschlaege.Diskussion
{
    internal sealed class Erwaehnungstabelle : IEntityTypeConfiguration<Erwaehnung>
    {
        public void Configure(EntityTypeBuilder<Erwaehnung> b)
        {
            b.ToTable("Erwaehnungen");
            b.HasIndex(e => new { e.KommentarId, e.PersonId }).IsUnique();
            b.HasIndex(e => new { e.PersonId, e.GelesenAm });
            b.HasOne(e => e.Kommentar).WithMany().HasForeignKey(e => e.KommentarId);
            b.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        }
    }
}

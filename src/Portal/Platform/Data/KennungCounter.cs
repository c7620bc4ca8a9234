using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Grundbegriffe;

namespace Portal.Platform.Data;

/// <summary>The last number given in a year.</summary>
public sealed class KennungCounter
{
    public required string Name { get; init; }
    public int Last { get; set; }
}

public abstract partial class PortalDb
{
    /// <summary>
    /// The next „2026-14“ of this kind. Numbers are never given twice, also under parallel requests; a number may stay unused
    /// when the caller then fails.
    /// </summary>
    public async Task<string> NaechsteKennungAsync(string gegenstand, int jahr, CancellationToken cancel = default)
    {
        var name = $"{gegenstand.ToLowerInvariant()}-{jahr}";
        var numbers = await WriteAsync(() => Database.SqlQuery<int>(
            $"""INSERT INTO "KennungCounters" ("Name", "Last") VALUES ({name}, 1) ON CONFLICT ("Name") DO UPDATE SET "Last" = "KennungCounters"."Last" + 1 RETURNING "Last" AS "Value" """)
            .ToListAsync(cancel), cancel);
        return Kennungen.AusJahrUndNummer(jahr, numbers[0]);
    }
}

internal sealed class KennungCounterTable : IEntityTypeConfiguration<KennungCounter>
{
    public void Configure(EntityTypeBuilder<KennungCounter> b)
    {
        b.ToTable("KennungCounters");
        b.HasKey(c => c.Name);
        b.Property(c => c.Name).HasMaxLength(80);
    }
}

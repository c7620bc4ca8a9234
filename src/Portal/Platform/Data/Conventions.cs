using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Grundbegriffe;

namespace Portal.Platform.Data;

/// <summary>What holds for every table: UTC instants, enums as text, an application-counted version as concurrency token.</summary>
public static class Conventions
{
    private const string VersionProperty = "Version";
    private const string DoesNotCountAnnotation = "Portal:DoesNotCount";

    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.IgnoreAny<IReadOnlyList<Ereignis>>();
    }

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(Planungsobjekt).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Ignore(nameof(Planungsobjekt.NeueEreignisse));
                builder.Entity(entity.ClrType).Property(nameof(Planungsobjekt.Kennung)).HasMaxLength(80);
            }
            if (entity.FindProperty(VersionProperty) is { } version && version.ClrType == typeof(int))
                version.IsConcurrencyToken = true;
        }
    }

    /// <summary>A change of this column alone is not a new version: two people may write at once.</summary>
    public static PropertyBuilder<T> DoesNotCount<T>(this PropertyBuilder<T> property) => property.HasAnnotation(DoesNotCountAnnotation, true);

    public static void CountVersions(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State != EntityState.Modified || entry.Metadata.FindProperty(VersionProperty) is not { ClrType: var type } || type != typeof(int)) continue;
            if (entry.Properties.Any(p => p.IsModified && p.Metadata.FindAnnotation(DoesNotCountAnnotation) is null))
            {
                var version = entry.Property(VersionProperty);
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }

    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

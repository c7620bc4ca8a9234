using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data;

/// <summary>
/// Finds the migrations of a database among the public types of the portal, as add-migration writes them. EF Core's own search loads every type,
/// and three in four are state machines and closures that the compiler made (see docs/entwicklung/tempo.md).
/// </summary>
internal sealed class PublicMigrations : IMigrationsAssembly
{
    private readonly Type _context;
    private readonly Lazy<ModelSnapshot?> _snapshot;

    public PublicMigrations(ICurrentDbContext current)
    {
        _context = current.Context.GetType();
        Migrations = new SortedList<string, TypeInfo>(
            Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Migration)) && IsOurs(t)).ToDictionary(IdOf, t => t.GetTypeInfo()), StringComparer.OrdinalIgnoreCase);
        // Only whoever really migrates needs it.
        _snapshot = new(() => Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ModelSnapshot)) && IsOurs(t)).Select(t => (ModelSnapshot?)Activator.CreateInstance(t)).SingleOrDefault());
    }

    public Assembly Assembly => _context.Assembly;

    /// <summary>By their names, which begin with their time; the oldest first.</summary>
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot => _snapshot.Value;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private bool IsOurs(Type type) => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == _context;

    private static string IdOf(Type type) => type.GetCustomAttribute<MigrationAttribute>()?.Id ?? throw new InvalidOperationException($"{type} has no id.");
}

namespace Portal.Tests.Support;

/// <summary>Braucht mehrere Knoten an einer Datenbank; die gibt es nur mit PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NurAufPostgresAttribute : FactAttribute
{
    public NurAufPostgresAttribute()
    {
        if (!Datenbank.IstPostgres) Skip = "Nur auf PostgreSQL: SQLite hat einen Knoten.";
    }
}

namespace Portal.Tests.Support;

/// <summary>Braucht, was es nur mit einem Datenbankserver gibt: mehrere Knoten, oder jemanden, der eine Tabelle festhält.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NurAufPostgresAttribute : FactAttribute
{
    public NurAufPostgresAttribute()
    {
        if (!Datenbank.IstPostgres) Skip = "Nur auf PostgreSQL: SQLite hat einen Knoten, und niemand hält darin eine Tabelle fest.";
    }
}

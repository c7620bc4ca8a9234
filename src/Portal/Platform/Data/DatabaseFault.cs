using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Platform.Data;

/// <summary>What is wrong with the database, in one German sentence that also says how to mend it.</summary>
public static class DatabaseFault
{
    private const string Connection = "Prüfen Sie Datenbank:Verbindung.";

    /// <returns>Nothing when it is not a fault of the database or of its setting.</returns>
    public static string? Sentence(Exception error, DatabaseSettings settings) => error switch
    {
        PostgresException postgres => Postgres(postgres),
        NpgsqlException or SocketException => $"Der Datenbankserver {Server(settings)} antwortet nicht. Prüfen Sie, ob PostgreSQL dort läuft und von hier zu erreichen ist. {Connection}",
        SqliteException sqlite => Sqlite(sqlite, settings),
        ArgumentException when error is not ArgumentNullException && error.Source is { } source && (source.StartsWith("Npgsql", StringComparison.Ordinal) || source.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal) || source.StartsWith("System.Data", StringComparison.Ordinal)) =>
            $"Datenbank:Verbindung ist nicht zu verstehen ({error.Message}). Richtig ist zum Beispiel „Data Source=portal.db“ oder „Host=db;Database=portal;Username=portal;Password=…“.",
        { InnerException: { } inner } => Sentence(inner, settings),
        DbException => $"{error.Message} {Connection}",
        _ => null,
    };

    private static string Postgres(PostgresException error) => error.SqlState switch
    {
        "28P01" or "28000" => $"Der Datenbankserver weist die Anmeldung ab. {Connection} Benutzer und Kennwort müssen stimmen, und pg_hba.conf muss diesen Rechner zulassen.",
        "3D000" => $"Diese Datenbank gibt es auf dem Server nicht. Legen Sie sie an (createdb), oder geben Sie dem Benutzer das Recht dazu und rufen Sie „migrate“. {Connection}",
        "42501" => $"Der Benutzer der Datenbank darf das nicht ({error.MessageText}). Er muss ihr Eigentümer sein.",
        "53100" => "Auf der Platte des Datenbankservers ist kein Platz mehr. Schaffen Sie Platz und versuchen Sie es dann noch einmal.",
        "53300" => "Der Datenbankserver nimmt keine weiteren Verbindungen an. Erhöhen Sie max_connections, oder senken Sie Maximum Pool Size in Datenbank:Verbindung.",
        "57P03" => "Der Datenbankserver fährt gerade hoch oder herunter. Versuchen Sie es in einer Minute noch einmal.",
        _ => $"Der Datenbankserver meldet einen Fehler ({error.SqlState}: {error.MessageText}). {Connection}",
    };

    private static string Sqlite(SqliteException error, DatabaseSettings settings)
    {
        var file = settings.SqliteFile();
        var folder = Path.GetDirectoryName(file) ?? "";
        return error.SqliteErrorCode switch
        {
            14 when !Directory.Exists(folder) => $"Den Ordner {folder} gibt es nicht. Legen Sie ihn an, oder nennen Sie mit Datenbank:Verbindung einen anderen.",
            14 or 8 => $"Die Datenbank {file} lässt sich nicht öffnen: Der Benutzer {Environment.UserName} braucht das Recht, die Datei und ihren Ordner zu lesen und zu schreiben. Geben Sie es ihm, oder nennen Sie mit Datenbank:Verbindung einen anderen Ort.",
            13 => $"Neben der Datenbank {file} ist kein Platz mehr. Schaffen Sie Platz und versuchen Sie es dann noch einmal.",
            11 or 26 => $"Die Datei {file} ist keine heile SQLite-Datenbank. Nennen Sie mit Datenbank:Verbindung die richtige, oder spielen Sie eine Sicherung ein („restore“).",
            5 or 6 => $"Die Datenbank {file} ist von einem anderen Programm gesperrt. Beenden Sie es und versuchen Sie es dann noch einmal.",
            _ => $"Die Datenbank {file} meldet einen Fehler ({error.Message}). {Connection}",
        };
    }

    private static string Server(DatabaseSettings settings)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.Verbindung);
        return $"{connection.Host}:{connection.Port}";
    }
}

namespace Portal.Tests.Support;

/// <summary>Die Dateien des Projekts, wie sie im Arbeitsverzeichnis liegen.</summary>
public static class Quelltext
{
    public static string Wurzel { get; } = Suchen();

    public static string Pfad(string name) => Path.Combine(Wurzel, name);

    /// <summary>Pfade unter dem Ordner, mit Schrägstrichen, vom Wurzelordner aus.</summary>
    public static IEnumerable<string> Dateien(string ordner, string muster) =>
        Directory.EnumerateFiles(Pfad(ordner), muster, SearchOption.AllDirectories)
            .Select(d => Path.GetRelativePath(Wurzel, d).Replace('\\', '/'))
            .Where(d => !d.Contains("/bin/", StringComparison.Ordinal) && !d.Contains("/obj/", StringComparison.Ordinal) && !d.Contains("/node_modules/", StringComparison.Ordinal));

    public static string Lesen(string name) => File.ReadAllText(Pfad(name));

    private static string Suchen()
    {
        for (var ordner = new DirectoryInfo(AppContext.BaseDirectory); ordner is not null; ordner = ordner.Parent)
            if (File.Exists(Path.Combine(ordner.FullName, "Portal.sln"))) return ordner.FullName;
        throw new InvalidOperationException("Portal.sln ist von hier aus nicht zu finden.");
    }
}

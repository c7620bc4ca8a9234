using System.Net;
using System.Net.Sockets;

namespace Portal.Benchmarks;

/// <summary>Where things lie, and free ports on loopback.</summary>
public static class Places
{
    public static string Root { get; } = FindRoot();

    public static string Lua(string name) => Path.Combine(AppContext.BaseDirectory, "Load", name);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln"))) return folder.FullName;
        throw new InvalidOperationException("Portal.sln cannot be found from here.");
    }
}

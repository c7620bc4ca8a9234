using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Das Programm als eigener Prozess, wie es jemand auf der Konsole ruft.</summary>
public static class Programm
{
    /// <param name="ordner">Aus dem es gerufen wird.</param>
    /// <returns>Womit es endete und was es sagte.</returns>
    public static async Task<(int Code, string Text)> RufenAsync(string ordner, params string[] befehl)
    {
        using var prozess = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. befehl])
        {
            WorkingDirectory = ordner,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        using var frist = new CancellationTokenSource(Geduld.Grenze);
        try
        {
            var (aus, fehler) = (prozess.StandardOutput.ReadToEndAsync(frist.Token), prozess.StandardError.ReadToEndAsync(frist.Token));
            await prozess.WaitForExitAsync(frist.Token);
            return (prozess.ExitCode, await aus + await fehler);
        }
        catch (OperationCanceledException)
        {
            prozess.Kill();
            throw new TimeoutException($"„{string.Join(' ', befehl)}“ endet nicht.");
        }
    }
}
